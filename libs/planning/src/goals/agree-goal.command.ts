import { command } from '@pm/eventing';
import type { GoalId } from '@pm/kernel';
import { acceptGoal, counterProposeGoal, proposeGoal, withdrawGoal } from './agree-goal.decide.js';
import { dayRefusal } from './draft-goal.command.js';
import { standingIn } from './goal-facts.js';
import { type AcceptGoalInput, type TermsInput, termsFrom } from './goal.inputs.command.js';
import { goals } from './goal.state.js';

interface OfGoal {
  readonly goalId: GoalId;
}

const onGoal = { fold: goals, id: ({ goalId }: OfGoal) => goalId };

export const proposeGoalCommand = command('ProposeGoal', {
  ...onGoal,
  facts: async ({ goalId }: OfGoal, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: proposeGoal,
});

export const counterProposeGoalCommand = command('CounterProposeGoal', {
  ...onGoal,
  facts: async ({ goalId, input }: OfGoal & { input: TermsInput }, scope) =>
    dayRefusal(input) ?? { goalId, terms: termsFrom(input), standing: await standingIn(goalId, scope) },
  decide: counterProposeGoal,
});

export const acceptGoalCommand = command('AcceptGoal', {
  ...onGoal,
  facts: async ({ goalId, input }: OfGoal & { input: AcceptGoalInput }, scope) => ({
    goalId,
    termsRevision: input.termsRevision,
    standing: await standingIn(goalId, scope),
  }),
  decide: acceptGoal,
});

export const withdrawGoalCommand = command('WithdrawGoal', {
  ...onGoal,
  facts: async ({ goalId }: OfGoal, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: withdrawGoal,
});
