import type { PersonId } from '@pm/kernel';
import type { GoalRow } from './goal-row.js';

/** The people whose goals these are, each once; goals of units are nobody's. */
export const ownersIn = (goals: readonly Pick<GoalRow, 'owner'>[]): readonly PersonId[] => [
  ...new Set(goals.flatMap(({ owner }) => owner.personId ?? [])),
];
