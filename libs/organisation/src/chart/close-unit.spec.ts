import { decision } from '@pm/kernel/testing';
import { city, closed, id, moved, parks, playgrounds, police } from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { closeUnit } from './close-unit.decide.js';

const { given } = decision(chart, closeUnit);

describe('Close a unit', () => {
  it('closes one that has none below it', () =>
    given(city, parks)
      .when({ unitId: id('parks') })
      .gives(closed('parks')));

  it('records nothing where it is closed already', () =>
    given(city, parks, closed('parks'))
      .when({ unitId: id('parks') })
      .gives());

  it('refuses one with open units below it', () =>
    given(city, parks, playgrounds)
      .when({ unitId: id('parks') })
      .refuses('unit-not-empty'));

  it('closes one whose units below were closed or moved away', () => {
    given(city, parks, playgrounds, closed('playgrounds'))
      .when({ unitId: id('parks') })
      .gives(closed('parks'));
    given(city, parks, playgrounds, police, moved('playgrounds', 'police'))
      .when({ unitId: id('parks') })
      .gives(closed('parks'));
  });

  it('refuses one that does not exist', () =>
    given(city)
      .when({ unitId: id('atlantis') })
      .refuses('unit-unknown'));
});
