import { reject, unknown, type Decide, type UnitId } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import { type Chart, isWithin } from './chart.state.js';

export interface MoveUnitFacts {
  readonly unitId: UnitId;
  readonly parentId: UnitId;
}

/** Rule 12: no unit comes to stand below itself. */
export const moveUnit: Decide<MoveUnitFacts, Chart, ChartEvent> = ({ unitId, parentId }, state) => {
  const unit = state.units.get(unitId);
  const parent = state.units.get(parentId);
  if (!unit || !parent) return unknown('unit-unknown', 'There is no such unit.', { unitId, parentId });
  if (unit.parentId === parentId) return [];
  if (parent.closed)
    return reject('unit-closed', 'The unit above is closed; choose an open one.', { parentId });
  if (isWithin(state, parentId, unitId)) {
    return reject('unit-cycle', 'A unit cannot stand below itself; move the lower one first.', {
      unitId,
      parentId,
    });
  }
  return [{ type: 'UnitMoved', data: { unitId, parentId } }];
};
