import { decision } from '@pm/kernel/testing';
import { city, closed, id, moved, parks, playgrounds, police } from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { moveUnit } from './move-unit.decide.js';

const { given } = decision(chart, moveUnit);
const move = (unit: string, parent: string) => ({ unitId: id(unit), parentId: id(parent) });
const organisation = [city, parks, playgrounds, police];

describe('Move a unit', () => {
  it('puts it under another one', () =>
    given(...organisation)
      .when(move('playgrounds', 'police'))
      .gives(moved('playgrounds', 'police')));

  it('records nothing where it stands there already', () => {
    given(...organisation)
      .when(move('playgrounds', 'parks'))
      .gives();
    given(...organisation, moved('playgrounds', 'city'))
      .when(move('playgrounds', 'city'))
      .gives();
  });

  it('records nothing where it stands there already and both are closed', () =>
    given(...organisation, closed('playgrounds'), closed('parks'))
      .when(move('playgrounds', 'parks'))
      .gives());

  it('refuses a place under itself, directly or further below', () => {
    given(...organisation)
      .when(move('parks', 'parks'))
      .refuses('unit-cycle');
    given(...organisation)
      .when(move('parks', 'playgrounds'))
      .refuses('unit-cycle');
    given(...organisation)
      .when(move('city', 'playgrounds'))
      .refuses('unit-cycle');
  });

  it('judges by where units stand now, not by where they were opened', () => {
    given(...organisation, moved('playgrounds', 'police'))
      .when(move('parks', 'playgrounds'))
      .gives(moved('parks', 'playgrounds'));
    given(...organisation, moved('playgrounds', 'police'))
      .when(move('police', 'playgrounds'))
      .refuses('unit-cycle');
  });

  it('refuses units that do not exist', () => {
    given(city, parks).when(move('atlantis', 'city')).refuses('unit-unknown');
    given(city, parks).when(move('parks', 'atlantis')).refuses('unit-unknown');
  });

  it('refuses a place under a closed unit', () =>
    given(...organisation, closed('police'))
      .when(move('parks', 'police'))
      .refuses('unit-closed'));
});
