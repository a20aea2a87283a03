import { decision } from '@pm/kernel/testing';
import {
  city,
  closed,
  id,
  moved,
  parks,
  playgrounds,
  police,
  renamed,
} from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { importUnits } from './import-units.decide.js';

const { given } = decision(chart, importUnits);
const list = { units: [city.data, parks.data, playgrounds.data] };

describe('Import units', () => {
  it('opens all that are new, in the order of the list', () =>
    given().when(list).gives(city, parks, playgrounds));

  it('records nothing for the same list again', () => given(city, parks, playgrounds).when(list).gives());

  it('records nothing for the same list again, even where units were closed since', () =>
    given(city, parks, playgrounds, closed('playgrounds'), closed('parks')).when(list).gives());

  it('leaves units alone that the list does not name', () =>
    given(city, parks, playgrounds, police).when(list).gives());

  it('renames and moves those that the list has otherwise', () =>
    given(city, parks, police, playgrounds)
      .when({ units: [{ ...playgrounds.data, name: 'Playgrounds and pools', parentId: id('police') }] })
      .gives(renamed('playgrounds', 'Playgrounds and pools'), moved('playgrounds', 'police')));

  it('decides each on what the ones before it in the list led to', () =>
    given(city, parks, playgrounds)
      .when({
        units: [
          { ...playgrounds.data, parentId: id('city') },
          { ...parks.data, parentId: id('playgrounds') },
        ],
      })
      .gives(moved('playgrounds', 'city'), moved('parks', 'playgrounds')));

  it('refuses the whole list where one unit of it is refused', () => {
    given()
      .when({ units: [city.data, playgrounds.data] })
      .refuses('unit-unknown');
    given(city, parks, playgrounds)
      .when({ units: [police.data, { ...parks.data, parentId: id('playgrounds') }] })
      .refuses('unit-cycle');
  });

  it('takes an empty list as nothing new', () => given().when({ units: [] }).gives());
});
