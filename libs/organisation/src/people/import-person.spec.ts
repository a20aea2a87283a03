import type { UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { erased, joined, left, movedTo, on, renamedTo, who } from '../testing/people.examples.js';
import { importPerson, type ImportPersonFacts } from './import-person.decide.js';
import { people } from './person.state.js';

const { given } = decision(people, importPerson);
const ada = joined('ada', 'parks');
const row = (change: Partial<ImportPersonFacts> = {}): ImportPersonFacts => ({
  personId: who('ada'),
  number: 'ada',
  name: 'ada',
  nameNow: 'ada',
  unitId: 'parks' as UnitId,
  unitStanding: 'open',
  effectiveAt: on('2026-01-01'),
  ...change,
});

describe('Import a person', () => {
  it('lets somebody join who is new; their manager comes later', () =>
    given()
      .when(row({ nameNow: null }))
      .gives(ada));

  it('records nothing for the same again, on the same day or on a later one', () => {
    given(ada).when(row()).gives();
    given(ada)
      .when(row({ effectiveAt: on('2026-05-05') }))
      .gives();
  });

  it('records nothing for the same again, even where they left or the unit was closed since', () => {
    given(ada, left('ada', '2026-02-01'))
      .when(row({ effectiveAt: on('2026-05-05') }))
      .gives();
    given(ada)
      .when(row({ unitStanding: 'closed' }))
      .gives();
  });

  it('renames and moves whom the source has otherwise', () =>
    given(ada)
      .when(row({ name: 'Ada', unitId: 'police' as UnitId, effectiveAt: on('2026-05-05') }))
      .gives(renamedTo('ada', 'Ada'), movedTo('ada', 'police', '2026-05-05')));

  it('refuses somebody who was erased: their source names them still', () =>
    given(ada, erased('ada', '2026-02-01'))
      .when(row({ nameNow: null }))
      .refuses('person-erased'));

  it('refuses all of it where one part is refused', () =>
    given(ada)
      .when(row({ name: 'Ada', unitId: 'police' as UnitId, unitStanding: 'closed' }))
      .refuses('unit-closed'));
});
