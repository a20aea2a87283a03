import { decision } from '@pm/kernel/testing';
import { city, closed, id, parks, renamed } from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { renameUnit } from './rename-unit.decide.js';

const { given } = decision(chart, renameUnit);

describe('Rename a unit', () => {
  it('gives it another name and leaves its kind', () =>
    given(city, parks)
      .when({ unitId: id('parks'), name: 'Parks and Recreation' })
      .gives(renamed('parks', 'Parks and Recreation', 'agency')));

  it('gives it another kind where one is named', () =>
    given(city, parks)
      .when({ unitId: id('parks'), name: 'parks', kind: 'department' })
      .gives(renamed('parks', 'parks', 'department')));

  it('records nothing for the name it has', () => {
    given(city, parks)
      .when({ unitId: id('parks'), name: 'parks' })
      .gives();
    given(city, parks, renamed('parks', 'Parks and Recreation'))
      .when({ unitId: id('parks'), name: 'Parks and Recreation', kind: 'agency' })
      .gives();
  });

  it('takes a closed unit too: names are put right afterwards', () =>
    given(city, parks, closed('parks'))
      .when({ unitId: id('parks'), name: 'Parks, closed 2026' })
      .gives(renamed('parks', 'Parks, closed 2026')));

  it('refuses a unit that does not exist', () =>
    given(city)
      .when({ unitId: id('atlantis'), name: 'Atlantis' })
      .refuses('unit-unknown'));
});
