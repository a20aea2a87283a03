import type { UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { joined, left, movedTo, on, who } from '../testing/people.examples.js';
import { movePerson, type MovePersonFacts } from './move-person.decide.js';
import { people } from './person.state.js';

const { given } = decision(people, movePerson);
const ada = joined('ada', 'parks');
const to = (unit: string, from: string, change: Partial<MovePersonFacts> = {}): MovePersonFacts => ({
  personId: who('ada'),
  unitId: unit as UnitId,
  unitStanding: 'open',
  effectiveAt: on(from),
  ...change,
});

describe('Move a person', () => {
  it('puts them into another unit from a day on', () =>
    given(ada)
      .when(to('police', '2026-03-01'))
      .gives(movedTo('ada', 'police', '2026-03-01')));

  it('records nothing where they belong to it on that day', () => {
    given(ada).when(to('parks', '2026-03-01')).gives();
    given(ada, movedTo('ada', 'police', '2026-03-01'))
      .when(to('police', '2026-04-01'))
      .gives();
  });

  it('records nothing where they belong to it on that day and it was closed since, or they left', () => {
    given(ada)
      .when(to('parks', '2026-03-01', { unitStanding: 'closed' }))
      .gives();
    given(ada, left('ada', '2026-02-01')).when(to('parks', '2026-03-01')).gives();
  });

  it('takes a move that is recorded late, between those that are known', () =>
    given(ada, movedTo('ada', 'police', '2026-03-01'))
      .when(to('pools', '2026-02-01'))
      .gives(movedTo('ada', 'pools', '2026-02-01')));

  it('takes another unit for the same day: the later recorded stands', () => {
    const moved = [
      ada,
      movedTo('ada', 'police', '2026-03-01'),
      movedTo('ada', 'pools', '2026-03-01'),
    ] as const;
    given(...moved)
      .when(to('pools', '2026-03-01'))
      .gives();
    given(...moved)
      .when(to('police', '2026-03-01'))
      .gives(movedTo('ada', 'police', '2026-03-01'));
  });

  it('refuses a unit that is closed or unknown', () => {
    given(ada)
      .when(to('police', '2026-03-01', { unitStanding: 'closed' }))
      .refuses('unit-closed');
    given(ada)
      .when(to('police', '2026-03-01', { unitStanding: 'unknown' }))
      .refuses('unit-unknown');
  });

  it('refuses somebody who does not exist, joins later or has left', () => {
    given().when(to('police', '2026-03-01')).refuses('person-unknown');
    given(ada).when(to('police', '2025-12-31')).refuses('person-not-joined');
    given(ada, left('ada', '2026-02-01')).when(to('police', '2026-02-01')).refuses('person-left');
  });

  it('takes a move before a day on which they leave', () =>
    given(ada, left('ada', '2026-02-01'))
      .when(to('police', '2026-01-15'))
      .gives(movedTo('ada', 'police', '2026-01-15')));
});
