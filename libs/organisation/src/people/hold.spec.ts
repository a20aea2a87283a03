import { decision } from '@pm/kernel/testing';
import { erased, held, joined, left, on, released, who } from '../testing/people.examples.js';
import { placeHold, releaseHold } from './hold.decide.js';
import { people } from './person.state.js';

const ada = joined('ada', 'parks');
const asking = { personId: who('ada'), now: on('2026-03-01') };

describe('Place a hold', () => {
  const { given } = decision(people, placeHold);

  it('records it of whoever is known, also after they left', () => {
    given(ada).when(asking).gives(held('ada', '2026-03-01'));
    given(ada, left('ada', '2026-02-01')).when(asking).gives(held('ada', '2026-03-01'));
  });

  it('records nothing while one stands, and another one once it was released', () => {
    given(ada, held('ada', '2026-02-01')).when(asking).gives();
    given(ada, held('ada', '2026-02-01'), released('ada', '2026-02-02'))
      .when(asking)
      .gives(held('ada', '2026-03-01'));
  });

  it('refuses whoever is forgotten already, or does not exist', () => {
    given(ada, left('ada', '2026-02-01'), erased('ada', '2026-02-02')).when(asking).refuses('person-erased');
    given().when(asking).refuses('person-unknown');
  });
});

describe('Release a hold', () => {
  const { given } = decision(people, releaseHold);

  it('records it while one stands, and nothing where none does', () => {
    given(ada, held('ada', '2026-02-01')).when(asking).gives(released('ada', '2026-03-01'));
    given(ada).when(asking).gives();
  });

  it('refuses whoever does not exist', () => given().when(asking).refuses('person-unknown'));
});
