import { reject, unknown, type Decide, type UnitId } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';

export interface OpenUnitFacts {
  readonly unitId: UnitId;
  readonly number?: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId?: UnitId;
}

/** One unit, the organisation itself, stands above all others. */
export const openUnit: Decide<OpenUnitFacts, Chart, ChartEvent> = (facts, { units }) => {
  const { unitId, number, name, kind, parentId } = facts;
  if (units.has(unitId))
    return reject('unit-exists', 'There is a unit with this number already.', { unitId });
  if (parentId === undefined && units.size > 0) {
    return reject('second-root', 'The organisation exists; say which unit this one belongs to.');
  }
  const parent = parentId && units.get(parentId);
  if (parentId && !parent) return unknown('unit-unknown', 'There is no unit to put it under.', { parentId });
  if (parent && parent.closed)
    return reject('unit-closed', 'The unit above is closed; choose an open one.', { parentId });
  return [{ type: 'UnitOpened', data: { unitId, number, name, kind, parentId } }];
};
