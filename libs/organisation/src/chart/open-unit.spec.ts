import { decision } from '@pm/kernel/testing';
import { city, closed, id, parks } from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { openUnit } from './open-unit.decide.js';

const { given } = decision(chart, openUnit);

describe('Open a unit', () => {
  it('opens the organisation itself first, under nothing', () => given().when(city.data).gives(city));

  it('puts every other unit under an open one, with its number, name and kind', () =>
    given(city).when(parks.data).gives(parks));

  it('records no field that was not asked for', () =>
    given(city)
      .when({ ...parks.data, extra: 'secret' } as typeof parks.data)
      .gives(parks));

  it('refuses a second organisation', () =>
    given(city)
      .when({ ...parks.data, parentId: undefined })
      .refuses('second-root'));

  it('refuses a unit that exists, even if it was closed', () => {
    given(city, parks).when(parks.data).refuses('unit-exists');
    given(city, parks, closed('parks')).when(parks.data).refuses('unit-exists');
  });

  it('refuses a place under a unit that does not exist', () => {
    given(city)
      .when({ ...parks.data, parentId: id('atlantis') })
      .refuses('unit-unknown');
    given().when(parks.data).refuses('unit-unknown');
  });

  it('refuses a place under itself', () =>
    given(city)
      .when({ ...parks.data, parentId: parks.data.unitId })
      .refuses('unit-unknown'));

  it('refuses a place under a closed unit', () =>
    given(city, closed('city')).when(parks.data).refuses('unit-closed'));
});
