import { command, type FactScope } from '@pm/eventing/commands';
import { type GoalId, Rejection } from '@pm/kernel';
import {
  decideChange,
  handOverGoal,
  placeGoal,
  requestChange,
  withdrawChange,
} from './change-goal.decide.js';
import { dayRefusal, ownerRefusal } from './draft-goal.command.js';
import { keepingFrozenDays } from './frozen-goal.decide.js';
import {
  aboveLinks,
  effectiveFrom,
  freezeFacts,
  type GoalRequest,
  onGoal,
  standingIn,
  standingTowards,
} from './goal-facts.js';
import {
  type ChangeTermsInput,
  type HandOverGoalInput,
  linksFrom,
  ownerFrom,
  type PlaceGoalInput,
  type ReasonInput,
  termsFrom,
} from './goal.inputs.command.js';

export const requestChangeCommand = command('RequestGoalChange', {
  ...onGoal<GoalRequest<ChangeTermsInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = dayRefusal(input) ?? (await changeFacts(goalId, input, scope));
    if (change instanceof Rejection) return change;
    return { ...change, terms: termsFrom(input) };
  },
  decide: keepingFrozenDays(requestChange),
});

export const decideChangeCommand = command('DecideGoalChange', {
  ...onGoal<GoalRequest<ReasonInput> & { readonly approve: boolean }>(),
  facts: async ({ goalId, input, approve }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    return change instanceof Rejection ? change : { ...change, approve };
  },
  decide: keepingFrozenDays(decideChange),
});

export const withdrawChangeCommand = command('WithdrawGoalChange', {
  ...onGoal<{ readonly goalId: GoalId }>(),
  facts: async ({ goalId }, scope) => ({ goalId, standing: await standingIn(goalId, scope) }),
  decide: withdrawChange,
});

export const placeGoalCommand = command('PlaceGoal', {
  ...onGoal<GoalRequest<PlaceGoalInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = await changeFacts(goalId, input, scope);
    if (change instanceof Rejection) return change;
    const parents = linksFrom(input.parents);
    return { ...change, parents, ...(await aboveLinks(parents, scope)) };
  },
  decide: keepingFrozenDays(placeGoal),
});

export const handOverGoalCommand = command('HandOverGoal', {
  ...onGoal<GoalRequest<HandOverGoalInput>>(),
  facts: async ({ goalId, input }, scope) => {
    const change = ownerRefusal(input) ?? (await changeFacts(goalId, input, scope));
    if (change instanceof Rejection) return change;
    const to = ownerFrom(input);
    const { relationship } = await standingTowards(to, scope);
    return { ...change, to, toKnown: relationship !== 'unknown' };
  },
  decide: keepingFrozenDays(handOverGoal),
});

/** What every change of a goal must know. */
export async function changeFacts(goalId: GoalId, { from, reason }: ReasonInput, scope: FactScope) {
  const effective = await effectiveFrom(from, scope);
  if (effective instanceof Rejection) return effective;
  const standing = await standingIn(goalId, scope);
  return { goalId, reason, from: effective, standing, ...(await freezeFacts(scope)) };
}
