import { command, type CommandDeclaration } from '@pm/eventing/commands';
import { type DecimalText, type Decide, type GoalId, Rejection } from '@pm/kernel';
import { changeFacts } from './change-goal.command.js';
import type { GoalEvent } from './goal.events.js';
import { keepingFrozenDays } from './frozen-goal.decide.js';
import { type GoalRequest, onGoal } from './goal-facts.js';
import type { CompleteGoalInput, PostponeGoalInput, ReasonInput } from './goal.inputs.command.js';
import { type Goal, goals } from './goal.state.js';
import {
  activateGoal,
  cancelGoal,
  completeGoal,
  pauseGoal,
  postponeGoal,
  reopenGoal,
  resumeGoal,
  type RunGoalFacts,
} from './run-goal.decide.js';

/** A step in a goal's life that needs nothing but a reason and a time. */
export function step(
  verb: string,
  decide: Decide<RunGoalFacts, Goal, GoalEvent>,
): CommandDeclaration<GoalRequest<ReasonInput>> {
  return command(verb, {
    ...onGoal<GoalRequest<ReasonInput>>(),
    facts: ({ goalId, input }, scope) => changeFacts(goalId, input, scope),
    decide: keepingFrozenDays(decide),
  });
}

export const activateGoalCommand = step('ActivateGoal', activateGoal);
export const pauseGoalCommand = step('PauseGoal', pauseGoal);
export const resumeGoalCommand = step('ResumeGoal', resumeGoal);
export const cancelGoalCommand = step('CancelGoal', cancelGoal);

export const reopenGoalCommand = command('ReopenGoal', {
  ...onGoal<GoalRequest<ReasonInput>>(),
  facts: ({ goalId, input }, scope) => changeFacts(goalId, input, scope),
  decide: keepingFrozenDays(reopenGoal),
});

export const postponeGoalCommand = command('PostponeGoal', {
  ...onGoal<GoalRequest<PostponeGoalInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    if (change instanceof Rejection) return change;
    const successorId = input.successorId as GoalId;
    const successor = await scope.read(goals, successorId);
    return { ...change, successorId, successorKnown: successor.phase !== 'none' };
  },
  decide: keepingFrozenDays(postponeGoal),
});

export const completeGoalCommand = command('CompleteGoal', {
  ...onGoal<GoalRequest<CompleteGoalInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    if (change instanceof Rejection) return change;
    const { result, finalValue, note, lessons } = input;
    return { ...change, result, finalValue: finalValue as DecimalText | undefined, note, lessons };
  },
  decide: keepingFrozenDays(completeGoal),
});
