import { command } from '@pm/eventing/commands';
import { VISIBILITIES, type Visibility } from '@pm/kernel';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { type GoalRequest, onGoal, standingIn } from './goal-facts.js';
import { setVisibility } from './set-visibility.decide.js';

export class SetVisibilityInput {
  /** Private: for its two sides, whoever stands above them, their HR partner and people admins. */
  @IsIn(VISIBILITIES)
  visibility: Visibility;

  /** Why; it is kept with the change. */
  @IsOptional()
  @MaxLength(1000)
  reason?: string;
}

export const setVisibilityCommand = command('SetGoalVisibility', {
  ...onGoal<GoalRequest<SetVisibilityInput>>(),
  facts: async ({ goalId, input }, scope) => ({
    goalId,
    standing: await standingIn(goalId, scope),
    visibility: input.visibility,
    reason: input.reason,
  }),
  decide: setVisibility,
});
