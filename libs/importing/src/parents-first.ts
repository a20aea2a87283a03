import type { Planned, PlannedUnit } from './plan.js';

/** Every unit after the one above it, otherwise in the order given; units above one another stay as they are. */
export function parentsFirst(units: readonly Planned<PlannedUnit>[]): Planned<PlannedUnit>[] {
  const byId = new Map(units.map((unit) => [unit.data.unitId, unit]));
  const placed = new Set<Planned<PlannedUnit>>();
  for (const unit of units) {
    const line: Planned<PlannedUnit>[] = [];
    for (let above: Planned<PlannedUnit> | undefined = unit; above && !placed.has(above);) {
      if (line.includes(above)) break;
      line.push(above);
      above = above.data.parentId && byId.get(above.data.parentId);
    }
    for (const next of line.reverse()) placed.add(next);
  }
  return [...placed];
}
