import { Rejection, type Decide } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import { chart, type Chart } from './chart.state.js';
import { moveUnit } from './move-unit.decide.js';
import { openUnit, type OpenUnitFacts } from './open-unit.decide.js';
import { renameUnit } from './rename-unit.decide.js';

/** Opens the units that are new and renames or moves those that differ, in order; the same list again is nothing new. */
export const importUnits: Decide<{ readonly units: readonly OpenUnitFacts[] }, Chart, ChartEvent> = (
  facts,
  start,
) => {
  const events: ChartEvent[] = [];
  let state = start;
  for (const unit of facts.units) {
    for (const decided of changesFor(unit, state)) {
      if (decided instanceof Rejection) return decided;
      events.push(...decided);
      state = decided.reduce((known, event) => chart.evolve(known, event), state);
    }
  }
  return events;
};

function changesFor(unit: OpenUnitFacts, state: Chart): (readonly ChartEvent[] | Rejection)[] {
  if (!state.units.has(unit.unitId)) return [openUnit(unit, state)];
  const { unitId, parentId } = unit;
  return [renameUnit(unit, state), ...(parentId ? [moveUnit({ unitId, parentId }, state)] : [])];
}
