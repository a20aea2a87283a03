import { decision } from '@pm/kernel/testing';
import { city, closed, id, parks } from '../testing/organisation.examples.js';
import { erased, headed, joined, left, on, personOf, who } from '../testing/people.examples.js';
import { chart } from './chart.state.js';
import type { NamedForUnit } from './named-for-unit.decide.js';
import { nameUnitHead } from './name-unit-head.decide.js';

const { given } = decision(chart, nameUnitHead);
const ada = personOf(joined('ada', 'parks'));
const naming = (change: Partial<NamedForUnit> = {}): NamedForUnit => ({
  unitId: id('parks'),
  personId: who('ada'),
  person: ada,
  effectiveAt: on('2026-03-01'),
  ...change,
});

describe('Name the head of a unit', () => {
  it('lets somebody stand for it from a day on', () =>
    given(city, parks)
      .when(naming())
      .gives(headed('parks', 'ada', '2026-03-01')));

  it('lets nobody stand for it', () =>
    given(city, parks, headed('parks', 'ada', '2026-02-01'))
      .when(naming({ personId: null, person: null }))
      .gives(headed('parks', null, '2026-03-01')));

  it('records nothing for whoever stands for it on that day', () => {
    given(city, parks)
      .when(naming({ personId: null, person: null }))
      .gives();
    given(city, parks, headed('parks', 'ada', '2026-02-01'))
      .when(naming())
      .gives();
    given(city, parks, headed('parks', 'ada', '2026-02-01'), closed('parks'))
      .when(naming())
      .gives();
  });

  it('takes another one for the same day: the later recorded stands', () =>
    given(city, parks, headed('parks', 'grace', '2026-03-01'))
      .when(naming())
      .gives(headed('parks', 'ada', '2026-03-01')));

  it('refuses a unit that is closed or unknown', () => {
    given(city, parks, closed('parks')).when(naming()).refuses('unit-closed');
    given(city).when(naming()).refuses('unit-unknown');
  });

  it('refuses somebody who was erased, also for a day before', () =>
    given(city, parks)
      .when(naming({ person: personOf(joined('ada', 'parks'), erased('ada', '2026-04-01')) }))
      .refuses('person-erased'));

  it('refuses somebody who does not exist, joins later or has left', () => {
    given(city, parks)
      .when(naming({ person: personOf() }))
      .refuses('person-unknown');
    given(city, parks)
      .when(naming({ effectiveAt: on('2025-03-01') }))
      .refuses('head-absent');
    given(city, parks)
      .when(naming({ person: personOf(joined('ada', 'parks'), left('ada', '2026-03-01')) }))
      .refuses('head-absent');
  });
});
