import { decision } from '@pm/kernel/testing';
import { erased, held, joined, left, on, released, who } from '../testing/people.examples.js';
import { erasePerson } from './erase-person.decide.js';
import { people } from './person.state.js';

const { given } = decision(people, erasePerson);
const ada = joined('ada', 'parks');
const rule = { name: 'former staff', version: 2, leftBy: on('2026-02-01') };
const asking = (change: { force?: boolean } = {}) => ({
  personId: who('ada'),
  reason: 'no-longer-needed' as const,
  force: false,
  now: on('2026-03-01'),
  ...change,
});

describe('Erase a person', () => {
  it('records that somebody who has left is forgotten, and on what grounds', () =>
    given(ada, left('ada', '2026-02-01')).when(asking()).gives(erased('ada', '2026-03-01')));

  it('refuses somebody who is there, who joins later, or who leaves later', () => {
    given(ada).when(asking()).refuses('person-present');
    given(joined('ada', 'parks', { from: '2026-04-01' }))
      .when(asking())
      .refuses('person-present');
    given(ada, left('ada', '2026-04-01')).when(asking()).refuses('person-present');
  });

  it('lets them leave at once where it is forced, or on the day on which they would have joined', () => {
    const forced = asking({ force: true });
    given(ada).when(forced).gives(left('ada', '2026-03-01'), erased('ada', '2026-03-01'));
    given(joined('ada', 'parks', { from: '2026-04-01' }))
      .when(forced)
      .gives(left('ada', '2026-04-01'), erased('ada', '2026-03-01'));
  });

  it('records nothing for somebody who is forgotten already', () =>
    given(ada, left('ada', '2026-02-01'), erased('ada', '2026-02-02')).when(asking()).gives());

  it('refuses somebody while a hold stands, forced or not', () => {
    const kept = [ada, left('ada', '2026-02-01'), held('ada', '2026-01-15')];
    given(...kept)
      .when(asking())
      .refuses('person-held');
    given(...kept)
      .when(asking({ force: true }))
      .refuses('person-held');
    given(...kept, released('ada', '2026-02-02'))
      .when(asking())
      .gives(erased('ada', '2026-03-01'));
  });

  it('refuses somebody who does not exist', () => given().when(asking()).refuses('person-unknown'));
});

describe('Erase a person by a retention rule', () => {
  const byRule = { ...asking(), rule };

  it('records that whoever left by then is forgotten, and by which rule', () => {
    const { data, ...event } = erased('ada', '2026-03-01');
    const named = { ...event, data: { ...data, rule: { name: 'former staff', version: 2 } } };
    given(ada, left('ada', '2026-02-01')).when(byRule).gives(named);
  });

  it('passes over whoever left later, has not left, is held, or is forgotten already', () => {
    given(ada, left('ada', '2026-02-02')).when(byRule).gives();
    given(ada).when(byRule).gives();
    given(ada, left('ada', '2026-01-15'), held('ada', '2026-02-20')).when(byRule).gives();
    given(ada, left('ada', '2026-01-15'), erased('ada', '2026-01-20')).when(byRule).gives();
  });
});
