import { command, type FactScope } from '@pm/eventing/commands';
import { type GoalId, isLocalDate, neverValid, reject, type Rejection } from '@pm/kernel';
import { draftGoal, redraftGoal } from './draft-goal.decide.js';
import { aboveLinks, standingIn, standingTowards } from './goal-facts.js';
import {
  type DraftGoalInput,
  linksFrom,
  ownerFrom,
  type TermsInput,
  termsFrom,
} from './goal.inputs.command.js';
import { goals } from './goal.state.js';

export const draftGoalCommand = command('DraftGoal', {
  fold: goals,
  id: ({ goalId }: { goalId: GoalId; input: DraftGoalInput }) => goalId,
  facts: async ({ goalId, input }, scope) => {
    const [owner, parents] = [ownerFrom(input), linksFrom(input.parents)];
    const refusal = ownerRefusal(input) ?? dayRefusal(input) ?? (await parentRefusal(parents, scope));
    if (refusal) return refusal;
    const { number, kind, visibility } = input;
    const standing = await standingTowards(owner, scope);
    return { goalId, number, kind, owner, parents, terms: termsFrom(input), standing, visibility };
  },
  decide: draftGoal,
});

export const redraftGoalCommand = command('RedraftGoal', {
  fold: goals,
  id: ({ goalId }: { goalId: GoalId; input: TermsInput }) => goalId,
  facts: async ({ goalId, input }, scope) =>
    dayRefusal(input) ?? { goalId, terms: termsFrom(input), standing: await standingIn(goalId, scope) },
  decide: redraftGoal,
});

/** Days that no calendar has. */
export function dayRefusal({ start, end }: TermsInput): Rejection | undefined {
  const bad = [start, end].some((day) => day !== undefined && !isLocalDate(day));
  return bad ? neverValid('day-unknown', 'Name days that the calendar has.') : undefined;
}

/** A goal is one person's or one unit's. */
export function ownerRefusal({
  personId,
  unitId,
}: {
  personId?: string;
  unitId?: string;
}): Rejection | undefined {
  if ((personId === undefined) !== (unitId === undefined)) return undefined;
  return neverValid('one-owner', 'Say whose goal it is: one person, or one unit.');
}

async function parentRefusal(
  parents: Parameters<typeof aboveLinks>[0],
  scope: FactScope,
): Promise<Rejection | undefined> {
  const { unknownParents } = await aboveLinks(parents, scope);
  if (unknownParents.length === 0) return undefined;
  return reject('parent-unknown', 'A goal named as parent does not exist.', { unknownParents });
}
