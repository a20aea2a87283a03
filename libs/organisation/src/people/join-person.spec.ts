import type { UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { everyone, joined, left, on, who } from '../testing/people.examples.js';
import { joinPerson, type JoinPersonFacts } from './join-person.decide.js';
import { people } from './person.state.js';

const { given } = decision(people, joinPerson);
const ada = joined('ada', 'parks', { manager: 'grace' });
const asking = (change: Partial<JoinPersonFacts> = {}): JoinPersonFacts => ({
  ...ada.data,
  effectiveAt: on('2026-01-01'),
  unitStanding: 'open',
  above: everyone(joined('grace', 'city')),
  ...change,
});

describe('Let a person join', () => {
  it('records their number, name, unit and manager, from a day on', () => given().when(asking()).gives(ada));

  it('takes one whom nobody leads', () =>
    given()
      .when(asking({ managerId: undefined }))
      .gives(joined('ada', 'parks')));

  it('records no field that was not asked for', () =>
    given()
      .when({ ...asking(), salary: 'secret' } as JoinPersonFacts)
      .gives(ada));

  it('refuses a number that is taken, even by somebody who left', () => {
    given(ada).when(asking()).refuses('person-exists');
    given(ada, left('ada', '2026-02-01')).when(asking()).refuses('person-exists');
  });

  it('refuses a unit that is closed or unknown', () => {
    given()
      .when(asking({ unitStanding: 'closed' }))
      .refuses('unit-closed');
    given()
      .when(asking({ unitStanding: 'unknown', unitId: 'atlantis' as UnitId }))
      .refuses('unit-unknown');
  });

  it('refuses themselves as their manager', () =>
    given()
      .when(asking({ managerId: who('ada') }))
      .refuses('own-manager'));

  it('refuses a manager who is unknown, comes later or has left', () => {
    given()
      .when(asking({ above: new Map() }))
      .refuses('manager-unknown');
    given()
      .when(asking({ above: everyone(joined('grace', 'city', { from: '2026-01-02' })) }))
      .refuses('manager-absent');
    given()
      .when(
        asking({
          above: everyone(joined('grace', 'city', { from: '2020-01-01' }), left('grace', '2026-01-01')),
        }),
      )
      .refuses('manager-absent');
  });
});
