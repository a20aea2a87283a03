import { unknown, type Decide, type UnitId } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';

export interface RenameUnitFacts {
  readonly unitId: UnitId;
  readonly name: string;
  /** As before where absent. */
  readonly kind?: string;
}

export const renameUnit: Decide<RenameUnitFacts, Chart, ChartEvent> = ({ unitId, name, kind }, { units }) => {
  const unit = units.get(unitId);
  if (!unit) return unknown('unit-unknown', 'There is no such unit.', { unitId });
  const same = unit.name === name && (kind ?? unit.kind) === unit.kind;
  return same ? [] : [{ type: 'UnitRenamed', data: { unitId, name, kind: kind ?? unit.kind } }];
};
