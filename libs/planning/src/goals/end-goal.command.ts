import { command } from '@pm/eventing/commands';
import type { GoalId } from '@pm/kernel';
import { acknowledgeCompletion, archiveGoal, discardGoal } from './end-goal.decide.js';
import { onGoal, standingIn } from './goal-facts.js';
import { step } from './run-goal.command.js';

export const discardGoalCommand = step('DiscardGoal', discardGoal);
export const archiveGoalCommand = step('ArchiveGoal', archiveGoal);

export const acknowledgeCompletionCommand = command('AcknowledgeGoalCompletion', {
  ...onGoal<{ readonly goalId: GoalId }>(),
  facts: async ({ goalId }, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: acknowledgeCompletion,
});
