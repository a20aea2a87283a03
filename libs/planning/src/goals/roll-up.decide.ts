import {
  isLocalDate,
  neverValid,
  reject,
  type DecimalText,
  type Decide,
  type LocalDate,
  type Rejection,
  type RollUpMode,
  reasonRefusal,
} from '@pm/kernel';
import type { ChangeGoalFacts } from './change-goal.decide.js';
import type { GoalEvent } from './goal.events.js';
import { isPeopleAdmin, notManager, notParty, partyOf, phaseRefusal } from './goal-party.state.js';
import type { Goal } from './goal.state.js';

const LIVE = ['agreed', 'active', 'paused'] as const;

/** Rule 10: how its parts make its progress is the goal's own; the same again is nothing new. */
export const setRollUp: Decide<ChangeGoalFacts & { readonly mode: RollUpMode }, Goal, GoalEvent> = (
  { goalId, standing, reason, from, mode },
  goal,
) => {
  const refusal = phaseRefusal(goal, ['draft', 'proposed', ...LIVE], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!partyOf(standing, goal.owner) && !isPeopleAdmin(standing)) return notParty();
  if (mode === goal.rollUp) return [];
  return [{ type: 'GoalRollUpSet', data: { goalId, ...goal.owner, mode }, effectiveAt: from }];
};

export interface OverrideFacts extends ChangeGoalFacts {
  readonly progress: DecimalText;
  /** The last day on which it holds. */
  readonly until: LocalDate;
  readonly today: LocalDate;
}

/**
 * Rule 10: the manager's side may say how far a goal is, whatever the data say, with a reason and for a time. Nobody
 * judges their own goal so.
 */
export const overrideProgress: Decide<OverrideFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, standing, reason, from, progress, until } = facts;
  const refusal = phaseRefusal(goal, LIVE, standing) ?? reasonRefusal(reason) ?? expiryRefusal(facts);
  if (refusal) return refusal;
  if (partyOf(standing, goal.owner) !== 'manager' && !isPeopleAdmin(standing)) return notManager();
  const data = { goalId, ...goal.owner, progress, until };
  return [{ type: 'GoalProgressOverridden', data, effectiveAt: from }];
};

/** From then on the data tell again. */
export const endOverride: Decide<ChangeGoalFacts, Goal, GoalEvent> = (
  { goalId, standing, reason, from },
  goal,
) => {
  const refusal = phaseRefusal(goal, LIVE, standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (partyOf(standing, goal.owner) !== 'manager' && !isPeopleAdmin(standing)) return notManager();
  if (!goal.overridden) return reject('no-override', 'The progress of this goal is not overridden.');
  return [{ type: 'GoalOverrideEnded', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

/** What nobody takes back goes by itself: by the same day of the next year at the latest. */
function expiryRefusal({ until, today }: OverrideFacts): Rejection | undefined {
  if (!isLocalDate(until)) return neverValid('day-unknown', 'Name days that the calendar has.');
  const yearAhead = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`;
  if (until >= today && until <= yearAhead) return undefined;
  return reject('override-expiry', 'Let it hold until a day within a year from today.');
}
