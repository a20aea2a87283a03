import { shown } from '@pm/kernel/testing';
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
import { headed, on, who } from '../testing/people.examples.js';
import { presentUnit, type UnitNode, unitTree } from './unit-tree.view.js';

const { given } = shown(unitTree);

describe('Unit tree', () => {
  it('shows the organisation itself at the top', () =>
    given(city).shows('city', {
      unitId: id('city'),
      name: 'city',
      kind: 'city',
      parentId: 'top',
      closed: false,
    }));

  it('shows a unit with its number under the one above', () =>
    given(city, parks).shows('parks', {
      number: '846',
      kind: 'agency',
      parentId: id('city'),
      closed: false,
    }));

  it('shows another name and kind, and the same place', () =>
    given(city, parks, renamed('parks', 'Parks and Recreation', 'department')).shows('parks', {
      name: 'Parks and Recreation',
      kind: 'department',
      number: '846',
      parentId: id('city'),
    }));

  it('shows a moved unit under its new one, and those below it where they were', () => {
    const view = given(city, parks, police, playgrounds, moved('parks', 'police'));
    view.shows('parks', { parentId: id('police') });
    view.shows('playgrounds', { parentId: id('parks') });
  });

  it('shows its heads over time, and presents the one of a moment', () => {
    const heads = [
      { from: on('2026-01-01'), value: who('ada') },
      { from: on('2026-03-01'), value: null },
    ];
    given(city, headed('city', null, '2026-03-01'), headed('city', 'ada', '2026-01-01')).shows('city', {
      heads,
    });
    const node = { unitId: id('city'), heads } as unknown as UnitNode;
    expect(presentUnit(node, on('2026-02-01'))).toEqual({ unitId: 'city', headId: 'ada' });
    expect(presentUnit(node, on('2026-03-01'))).toEqual({ unitId: 'city' });
  });

  it('keeps a closed unit, marked as closed', () =>
    given(city, parks, closed('parks')).shows('parks', { name: 'parks', closed: true }));

  it('shows nothing for a unit that was never opened', () =>
    given(city, renamed('atlantis', 'Atlantis'), moved('atlantis', 'city'), closed('atlantis')).showsNothing(
      'atlantis',
    ));
});
