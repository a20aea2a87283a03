import type { PersonalText } from '@pm/kernel';
import type { GoalRow } from './goal-row.js';

/** What a row of a compact tree tells, in this order. */
export const COLUMNS = [
  'goalId',
  'title',
  'ownerId',
  'parentIds',
  'phase',
  'progress',
  'coverage',
  'expected',
  'status',
] as const;

type Cell = PersonalText | readonly string[] | null;

/** A tree for whoever draws all of it: names once, then a row of values for each goal; null where there is none. */
export interface CompactTree {
  readonly columns: typeof COLUMNS;
  readonly rows: readonly (readonly Cell[])[];
}

export const compacted = (goals: readonly GoalRow[]): CompactTree => ({
  columns: COLUMNS,
  rows: goals.map(cellsOf),
});

function cellsOf({ goalId, title, owner, parents, phase, status, ...shares }: GoalRow): Cell[] {
  const { progress = null, coverage = null, expected = null } = shares;
  const ownerId = owner.personId ?? owner.unitId ?? null;
  const parentIds = parents.flatMap(({ parentId, cut }) => (cut ? [] : parentId));
  return [goalId, title, ownerId, parentIds, phase, progress, coverage, expected, status];
}
