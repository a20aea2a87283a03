import type { Decide } from '@pm/kernel';
import type { AgreeGoalFacts } from './agree-goal.decide.js';
import type { GoalEvent } from './goal.events.js';
import { isPeopleAdmin, notAdmin, notManager, notParty, partyOf, phaseRefusal } from './goal-party.state.js';
import type { Goal } from './goal.state.js';
import type { RunGoalFacts } from './run-goal.decide.js';

/** A draft that nobody goes on with is over; what it said stays in the log. */
export const discardGoal: Decide<RunGoalFacts, Goal, GoalEvent> = ({ goalId, standing, from }, goal) => {
  const refusal = phaseRefusal(goal, ['draft'], standing);
  if (refusal) return refusal;
  if (!partyOf(standing, goal.owner) && !isPeopleAdmin(standing)) return notParty();
  return [{ type: 'GoalDiscarded', data: { goalId, ...goal.owner }, effectiveAt: from }];
};

/** The manager's side has seen how it came out; nobody can say so for them. */
export const acknowledgeCompletion: Decide<AgreeGoalFacts, Goal, GoalEvent> = (
  { goalId, standing },
  goal,
) => {
  const refusal = phaseRefusal(goal, ['completed'], standing);
  if (refusal) return refusal;
  if (partyOf(standing, goal.owner) !== 'manager') return notManager();
  return goal.acknowledged ? [] : [{ type: 'GoalCompletionAcknowledged', data: { goalId, ...goal.owner } }];
};

/** Out of the lists, for good; it still counts where it counted. */
export const archiveGoal: Decide<RunGoalFacts, Goal, GoalEvent> = ({ goalId, standing, from }, goal) => {
  const refusal = phaseRefusal(goal, ['completed', 'postponed', 'cancelled', 'discarded'], standing);
  if (refusal) return refusal;
  if (!isPeopleAdmin(standing)) return notAdmin();
  return [{ type: 'GoalArchived', data: { goalId, ...goal.owner }, effectiveAt: from }];
};
