import {
  clamped,
  measureRefusal,
  neverValid,
  ratioOf,
  reject,
  unknown,
  type DecimalText,
  type Decide,
  type GoalId,
  type Rejection,
  type Visibility,
} from '@pm/kernel';
import type { GoalEvent, GoalLink, GoalOwner, GoalTerms } from './goal.events.js';
import { isPeopleAdmin, notParty, partyOf, phaseRefusal, type Standing } from './goal-party.state.js';
import { type Goal, linksIn, ownerIn, termsIn } from './goal.state.js';
import { visibilityRefusal } from './set-visibility.decide.js';

export interface DraftGoalFacts {
  readonly goalId: GoalId;
  readonly number?: string;
  readonly kind: string;
  readonly owner: GoalOwner;
  readonly terms: GoalTerms;
  readonly parents: readonly GoalLink[];
  readonly standing: Standing;
  /** Public where absent. */
  readonly visibility?: Visibility;
}

/** Whoever speaks for one side may draft; an administrator on their behalf. */
export const draftGoal: Decide<DraftGoalFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, number, kind, owner, terms, parents, standing, visibility } = facts;
  if (goal.phase !== 'none')
    return reject('goal-exists', 'There is a goal with this number already.', { goalId });
  const refusal =
    ownerRefusal(owner, standing) ??
    visibilityRefusal(visibility, owner) ??
    termsRefusal(terms) ??
    linksRefusal(goalId, parents);
  if (refusal) return refusal;
  const data = {
    goalId,
    number,
    kind,
    termsRevision: 1,
    ...ownerIn(owner),
    ...termsIn(terms),
    parents: linksIn(parents),
    ...(visibility === 'private' && { visibility }),
  };
  return [{ type: 'GoalDrafted', data }];
};

export interface RedraftGoalFacts {
  readonly goalId: GoalId;
  readonly terms: GoalTerms;
  readonly standing: Standing;
}

/** A draft is rewritten freely; each version stays. */
export const redraftGoal: Decide<RedraftGoalFacts, Goal, GoalEvent> = ({ goalId, terms, standing }, goal) => {
  const refusal =
    phaseRefusal(goal, ['draft'], standing) ?? ownerRefusal(goal.owner, standing) ?? termsRefusal(terms);
  if (refusal) return refusal;
  const termsRevision = goal.lastRevision + 1;
  return [{ type: 'GoalRedrafted', data: { goalId, ...goal.owner, termsRevision, ...termsIn(terms) } }];
};

/** Terms that no goal can have. */
export function termsRefusal({ start, end, measure }: GoalTerms): Rejection | undefined {
  if (start && end && end < start) return neverValid('goal-dates', 'The last day comes before the first.');
  return measure && measureRefusal(measure);
}

/** Rules 8, 11 and 12, as far as one goal's own links tell. */
export function linksRefusal(goalId: GoalId, parents: readonly GoalLink[]): Rejection | undefined {
  if (parents.some(({ parentId }) => parentId === goalId)) {
    return neverValid('goal-cycle', 'A goal cannot stand under itself.', { goalId });
  }
  if (new Set(parents.map(({ parentId }) => parentId)).size < parents.length) {
    return neverValid('parent-twice', 'Name each parent once.');
  }
  if (parents.some(({ weight }) => weight.startsWith('-'))) {
    return neverValid('weight-negative', 'Weights are 0 or more; they are relative and need not sum to 100.');
  }
  if (parents.some(({ share }) => share !== undefined && !isShare(share))) {
    return neverValid('share-out-of-range', 'A share is from 0 to 1: the whole of it.');
  }
  return undefined;
}

const isShare = (share: DecimalText): boolean => {
  const ratio = ratioOf(share);
  return ratio === clamped(ratio);
};

function ownerRefusal(owner: GoalOwner, standing: Standing): Rejection | undefined {
  if (standing.relationship === 'unknown')
    return unknown('owner-unknown', 'There is no such person or unit, or they have left.');
  return partyOf(standing, owner) || isPeopleAdmin(standing) ? undefined : notParty();
}
