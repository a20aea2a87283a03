import { decision } from '@pm/kernel/testing';
import { erased, joined, left, renamedTo, who } from '../testing/people.examples.js';
import { people } from './person.state.js';
import { renamePerson } from './rename-person.decide.js';

const { given } = decision(people, renamePerson);
const ada = joined('ada', 'parks');
const asking = (name: string, nameNow: string | null = 'ada') => ({ personId: who('ada'), name, nameNow });

describe('Rename a person', () => {
  it('puts their name right, also once they left', () => {
    given(ada).when(asking('Ada Lovelace')).gives(renamedTo('ada', 'Ada Lovelace'));
    given(ada, left('ada', '2026-02-01'))
      .when(asking('Ada Lovelace'))
      .gives(renamedTo('ada', 'Ada Lovelace'));
  });

  it('records nothing for the name they have', () => given(ada).when(asking('ada')).gives());

  it('refuses somebody who was erased', () =>
    given(ada, erased('ada', '2026-02-01')).when(asking('Ada Lovelace', null)).refuses('person-erased'));

  it('refuses somebody who does not exist', () =>
    given().when(asking('Ada Lovelace', null)).refuses('person-unknown'));
});
