import { command } from '@pm/eventing/commands';
import {
  type DecimalText,
  type LocalDate,
  localDate,
  Rejection,
  ROLL_UP_MODES,
  type RollUpMode,
} from '@pm/kernel';
import { IsIn, Matches } from 'class-validator';
import { changeFacts } from './change-goal.command.js';
import { keepingFrozenDays } from './frozen-goal.decide.js';
import { type GoalRequest, onGoal } from './goal-facts.js';
import { ReasonInput } from './goal.inputs.command.js';
import { endOverride, overrideProgress, setRollUp } from './roll-up.decide.js';

export class SetRollUpInput extends ReasonInput {
  /** How what contributes to the goal makes its progress. */
  @IsIn(ROLL_UP_MODES)
  mode: RollUpMode;
}

export class OverrideProgressInput extends ReasonInput {
  /** Share of the way: 1 is all of it. @example "0.6" */
  @Matches(/^\d{1,3}(\.\d{1,12})?$/, {
    message: 'progress must be a share of 0 or more as text, such as "0.6"',
  })
  progress: string;

  /** The last day on which it holds, within a year. @example "2026-06-30" */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'until must be a day such as 2026-06-30' })
  until: string;
}

export const setRollUpCommand = command('SetGoalRollUp', {
  ...onGoal<GoalRequest<SetRollUpInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    return change instanceof Rejection ? change : { ...change, mode: input.mode };
  },
  decide: keepingFrozenDays(setRollUp),
});

export const overrideProgressCommand = command('OverrideGoalProgress', {
  ...onGoal<GoalRequest<OverrideProgressInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    if (change instanceof Rejection) return change;
    const [progress, until] = [input.progress as DecimalText, input.until as LocalDate];
    return { ...change, progress, until, today: localDate(scope.now, change.timeZone) };
  },
  decide: keepingFrozenDays(overrideProgress),
});

export const endOverrideCommand = command('EndGoalOverride', {
  ...onGoal<GoalRequest<ReasonInput>>(),
  facts: ({ goalId, input }, scope) => changeFacts(goalId, input, scope),
  decide: keepingFrozenDays(endOverride),
});
