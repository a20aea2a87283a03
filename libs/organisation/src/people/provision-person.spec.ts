import type { Instant, UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import {
  erased,
  everyone,
  joined,
  ledBy,
  left,
  movedTo,
  on,
  renamedTo,
  who,
} from '../testing/people.examples.js';
import { people } from './person.state.js';
import { provisionPerson, type ProvisionPersonFacts } from './provision-person.decide.js';

const { given } = decision(people, provisionPerson);
const ada = joined('ada', 'parks');
const grace = joined('grace', 'parks');
const [personId, effectiveAt] = [who('ada'), on('2026-03-03')];
const todayEnds = '2026-03-03T23:59:59.999Z' as Instant;

const says = (parts: Partial<ProvisionPersonFacts>): ProvisionPersonFacts => ({
  personId,
  todayEnds,
  ...parts,
});
const named = (name: string) => ({ name: { personId, name, nameNow: 'ada' } });
const of = (unit: string, unitStanding: 'open' | 'closed' = 'open') => ({
  unit: { personId, unitId: unit as UnitId, unitStanding, effectiveAt },
});
const under = (manager: string | null) => ({
  manager: {
    personId,
    managerId: manager === null ? null : who(manager),
    above: everyone(grace),
    effectiveAt,
  },
});
const leftToday = { ...left('ada', '2026-03-03'), effectiveAt: todayEnds };

describe('Provision a person', () => {
  it('renames, moves, changes who leads them and lets them leave, in one decision', () =>
    given(ada)
      .when(says({ ...named('Ada'), ...of('police'), ...under('grace'), active: false }))
      .gives(
        renamedTo('ada', 'Ada'),
        movedTo('ada', 'police', '2026-03-03'),
        ledBy('ada', 'grace', '2026-03-03'),
        leftToday,
      ));

  it('leaves as it is what is not spoken of', () => {
    given(ada).when(says({})).gives();
    given(ada)
      .when(says(under('grace')))
      .gives(ledBy('ada', 'grace', '2026-03-03'));
  });

  it('records nothing for the same again', () =>
    given(ada)
      .when(says({ ...named('ada'), ...of('parks'), ...under(null), active: true }))
      .gives());

  it('refuses all of it where one part is refused', () =>
    given(ada)
      .when(says({ ...named('Ada'), ...of('police', 'closed'), active: false }))
      .refuses('unit-closed'));

  it('lets a departure of today or before stand, and brings a later one forward', () => {
    given(ada, leftToday)
      .when(says({ active: false }))
      .gives();
    given(ada, left('ada', '2026-02-01'))
      .when(says({ active: false }))
      .gives();
    given(ada, left('ada', '2026-06-30'))
      .when(says({ active: false }))
      .gives(leftToday);
  });

  it('refuses to bring back whoever has left, but not who will leave', () => {
    given(ada, leftToday)
      .when(says({ active: true }))
      .refuses('departure-stands');
    given(ada, left('ada', '2026-06-30'))
      .when(says({ active: true }))
      .gives();
  });

  it('refuses whoever is unknown or was erased', () => {
    given().when(says({})).refuses('person-unknown');
    given()
      .when(says({ active: false }))
      .refuses('person-unknown');
    given(ada, erased('ada', '2026-02-01'))
      .when(says({ active: false }))
      .refuses('person-erased');
  });
});
