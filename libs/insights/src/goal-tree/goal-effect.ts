import { type DecimalText, ratioText } from '@pm/kernel';
import type { KeptEntry } from '@pm/projections';
import type { TreeStored } from './goal-row.js';
import { goalProgress } from './goal-sums.state.js';

/** What one event did to one goal. */
export interface GoalEffect {
  readonly goalId: string;
  /** Sides of the goal that it states anew: terms, phase, parents, owner, result. */
  readonly sides: readonly string[];
  readonly progressBefore?: DecimalText;
  readonly progressAfter?: DecimalText;
}

/** @returns undefined for a document that is no goal, or on which it had no effect */
export function effectOf(
  before: TreeStored,
  after: TreeStored,
  entries: readonly KeptEntry[],
): GoalEffect | undefined {
  if (!after.own?.about) return undefined;
  const sides = entries.filter(({ id }) => id === after.id).map(({ facet }) => facet);
  const [progressBefore, progressAfter] = [progressIn(before), progressIn(after)];
  if (sides.length === 0 && progressBefore === progressAfter) return undefined;
  return { goalId: after.id, sides, progressBefore, progressAfter };
}

function progressIn({ own, sum }: TreeStored): DecimalText | undefined {
  const progress = own?.about && goalProgress(own, sum).progress;
  return progress === undefined ? undefined : ratioText(progress);
}
