import { reject, type Decide, type DecimalText, type GoalId, type Instant, reasonRefusal } from '@pm/kernel';
import { type FreezeFacts, frozenEnd } from './frozen-goal.decide.js';
import type { GoalEvent, GoalResult } from './goal.events.js';
import {
  isPeopleAdmin,
  notManager,
  notParty,
  partyOf,
  phaseRefusal,
  type Standing,
} from './goal-party.state.js';
import type { Goal } from './goal.state.js';

export interface RunGoalFacts {
  readonly goalId: GoalId;
  readonly standing: Standing;
  readonly reason?: string;
  /** From when on it is true; at the latest now. */
  readonly from: Instant;
}

const speaks = (goal: Goal, standing: Standing): boolean =>
  partyOf(standing, goal.owner) !== undefined || isPeopleAdmin(standing);

const managesOrAdministers = (goal: Goal, standing: Standing): boolean =>
  partyOf(standing, goal.owner) === 'manager' || isPeopleAdmin(standing);

export const activateGoal: Decide<RunGoalFacts, Goal, GoalEvent> = ({ goalId, standing, from }, goal) => {
  const refusal = phaseRefusal(goal, ['agreed'], standing);
  if (refusal) return refusal;
  if (!speaks(goal, standing)) return notParty();
  return [{ type: 'GoalActivated', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

export const pauseGoal: Decide<RunGoalFacts, Goal, GoalEvent> = (
  { goalId, standing, reason, from },
  goal,
) => {
  const refusal = phaseRefusal(goal, ['active'], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!speaks(goal, standing)) return notParty();
  return [{ type: 'GoalPaused', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

export const resumeGoal: Decide<RunGoalFacts, Goal, GoalEvent> = ({ goalId, standing, from }, goal) => {
  const refusal = phaseRefusal(goal, ['paused'], standing);
  if (refusal) return refusal;
  if (!speaks(goal, standing)) return notParty();
  return [{ type: 'GoalResumed', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

/** A goal goes on in another one, which exists; the manager's side approves. */
export const postponeGoal: Decide<
  RunGoalFacts & { readonly successorId: GoalId; readonly successorKnown: boolean },
  Goal,
  GoalEvent
> = ({ goalId, standing, reason, from, successorId, successorKnown }, goal) => {
  const refusal = phaseRefusal(goal, ['active', 'paused'], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!managesOrAdministers(goal, standing)) return notManager();
  if (!successorKnown || successorId === goalId) {
    return reject('successor-unknown', 'Draft the goal that takes its place first, and name it.');
  }
  return [{ type: 'GoalPostponed', data: { goalId, ...goal.owner, successorId }, effectiveAt: from }];
};

export interface CompleteGoalFacts extends RunGoalFacts {
  readonly result: GoalResult;
  readonly finalValue?: DecimalText;
  readonly note?: string;
  readonly lessons?: string;
}

export const completeGoal: Decide<CompleteGoalFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, standing, from, result, finalValue, note, lessons } = facts;
  const refusal = phaseRefusal(goal, ['active', 'paused'], standing);
  if (refusal) return refusal;
  if (!speaks(goal, standing)) return notParty();
  const data = { goalId, ...goal.owner, result, finalValue, note, lessons };
  return [{ type: 'GoalCompleted', data, effectiveAt: from }];
};

/** A cancelled goal leaves the averages above it from then on; what it was before stays (rule 9). */
export const cancelGoal: Decide<RunGoalFacts, Goal, GoalEvent> = (
  { goalId, standing, reason, from },
  goal,
) => {
  const refusal = phaseRefusal(goal, ['agreed', 'active', 'paused'], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!managesOrAdministers(goal, standing)) return notManager();
  return [{ type: 'GoalCancelled', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

/** The result recorded before stays in the log. After a freeze of its last day, a people admin's alone. */
export const reopenGoal: Decide<RunGoalFacts & FreezeFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, standing, reason, from } = facts;
  const refusal = phaseRefusal(goal, ['completed'], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!managesOrAdministers(goal, standing)) return notManager();
  const frozen = frozenEnd(goal, facts);
  if (frozen) return frozen;
  return [{ type: 'GoalReopened', data: { goalId, ...goal.owner }, effectiveAt: from }];
};
