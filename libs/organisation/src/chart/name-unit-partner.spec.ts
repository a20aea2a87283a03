import { decision } from '@pm/kernel/testing';
import { city, closed, id, parks } from '../testing/organisation.examples.js';
import { joined, left, on, partnered, personOf, who } from '../testing/people.examples.js';
import { chart } from './chart.state.js';
import { nameUnitPartner } from './name-unit-partner.decide.js';

const { given } = decision(chart, nameUnitPartner);
const naming = (change: Partial<Parameters<typeof nameUnitPartner>[0]> = {}) => ({
  unitId: id('parks'),
  personId: who('ada'),
  person: personOf(joined('ada', 'city')),
  effectiveAt: on('2026-03-01'),
  reason: 'She follows Grace.',
  ...change,
});

describe('Name the HR partner of a unit', () => {
  it('lets somebody care for it from a day on', () =>
    given(city, parks)
      .when(naming())
      .gives(partnered('parks', 'ada', '2026-03-01')));

  it('lets nobody care for it', () =>
    given(city, parks, partnered('parks', 'ada', '2026-02-01'))
      .when(naming({ personId: null, person: null }))
      .gives(partnered('parks', null, '2026-03-01')));

  it('records nothing for whoever cares for it on that day', () =>
    given(city, parks, partnered('parks', 'ada', '2026-02-01'))
      .when(naming())
      .gives());

  it.each([undefined, ' '])('refuses %j for a reason', (reason) =>
    given(city, parks).when(naming({ reason })).refuses('reason-required'),
  );

  it('refuses a unit that is closed or unknown, and somebody who has left', () => {
    given(city, parks, closed('parks')).when(naming()).refuses('unit-closed');
    given(city).when(naming()).refuses('unit-unknown');
    given(city, parks)
      .when(naming({ person: personOf(joined('ada', 'parks'), left('ada', '2026-03-01')) }))
      .refuses('hr-partner-absent');
  });
});
