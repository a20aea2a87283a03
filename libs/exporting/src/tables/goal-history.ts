import type { Opened } from '@pm/eventing';
import type { AsOf, GoalChange, GoalEffect } from '@pm/insights';
import { type Column, decimal, integer, text } from '../table.js';

/** Which changes; all from the beginning where nothing is said. */
export interface HistoryWanted {
  /** Only what concerns this goal. */
  readonly goalId?: string;
  /** Only what changed after this moment; a time that it leaves open is the one until which the table goes. */
  readonly since?: AsOf;
}

type ChangeOfGoal = Opened<GoalChange> & Opened<GoalEffect>;

/** What each event did to each goal, in the order in which the events were recorded. */
export const effectsIn = (changes: readonly Opened<GoalChange>[]): ChangeOfGoal[] =>
  changes.flatMap((change) => change.effects.map((effect) => ({ ...change, ...effect })));

/** What one event did to one goal a line. */
export const HISTORY_COLUMNS: readonly Column<ChangeOfGoal>[] = [
  text('position', ({ position }) => position),
  text('recorded_at', ({ recordedAt }) => recordedAt),
  text('effective_at', ({ effectiveAt }) => effectiveAt),
  text('stream', ({ stream }) => stream),
  integer('revision', ({ revision }) => revision),
  text('type', ({ type }) => type),
  text('actor', ({ actor }) => actor),
  text('on_behalf_of', ({ onBehalfOf }) => onBehalfOf),
  text('reason', ({ reason }) => reason),
  text('goal_id', ({ goalId }) => goalId),
  text('sides', ({ sides }) => sides.join(' ') || undefined),
  decimal('progress_before', ({ progressBefore }) => progressBefore),
  decimal('progress_after', ({ progressAfter }) => progressAfter),
];
