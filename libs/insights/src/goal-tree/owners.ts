import type { PersonId } from '@pm/kernel';
import type { GoalOwner } from '@pm/planning/events';

/** The people whose goals these are, of those that say whose they are, each once; goals of units are nobody's. */
export const ownersIn = (goals: readonly { readonly owner?: GoalOwner }[]): readonly PersonId[] => [
  ...new Set(goals.flatMap(({ owner }) => owner?.personId ?? [])),
];
