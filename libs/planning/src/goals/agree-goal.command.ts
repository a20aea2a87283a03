import { command } from '@pm/eventing/commands';
import type { GoalId } from '@pm/kernel';
import { acceptGoal, counterProposeGoal, proposeGoal, withdrawGoal } from './agree-goal.decide.js';
import { dayRefusal } from './draft-goal.command.js';
import { type GoalRequest, onGoal, standingIn } from './goal-facts.js';
import { type AcceptGoalInput, type TermsInput, termsFrom } from './goal.inputs.command.js';

interface OfGoal {
  readonly goalId: GoalId;
}

export const proposeGoalCommand = command('ProposeGoal', {
  ...onGoal<OfGoal>(),
  facts: async ({ goalId }, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: proposeGoal,
});

export const counterProposeGoalCommand = command('CounterProposeGoal', {
  ...onGoal<GoalRequest<TermsInput>>(),
  facts: async ({ goalId, input }, scope) =>
    dayRefusal(input) ?? { goalId, terms: termsFrom(input), standing: await standingIn(goalId, scope) },
  decide: counterProposeGoal,
});

export const acceptGoalCommand = command('AcceptGoal', {
  ...onGoal<GoalRequest<AcceptGoalInput>>(),
  facts: async ({ goalId, input }, scope) => ({
    goalId,
    termsRevision: input.termsRevision,
    standing: await standingIn(goalId, scope),
  }),
  decide: acceptGoal,
});

export const withdrawGoalCommand = command('WithdrawGoal', {
  ...onGoal<OfGoal>(),
  facts: async ({ goalId }, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: withdrawGoal,
});
