import { reject, unknown, type Decide, type UnitId } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import { type Chart, openBelow } from './chart.state.js';

/** A unit with open units below it stays open; nothing is ever deleted. */
export const closeUnit: Decide<{ readonly unitId: UnitId }, Chart, ChartEvent> = ({ unitId }, state) => {
  const unit = state.units.get(unitId);
  if (!unit) return unknown('unit-unknown', 'There is no such unit.', { unitId });
  if (unit.closed) return [];
  const open = openBelow(state, unitId);
  if (open.length > 0) {
    return reject('unit-not-empty', 'Close or move the units below it first.', { unitId, open: open.length });
  }
  return [{ type: 'UnitClosed', data: { unitId } }];
};
