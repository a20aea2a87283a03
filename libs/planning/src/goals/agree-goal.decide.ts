import { reject, type Decide, type GoalId } from '@pm/kernel';
import { termsRefusal } from './draft-goal.decide.js';
import type { GoalEvent, GoalTerms } from './goal.events.js';
import {
  agreeingPartyOf,
  bothSidesRefusal,
  notParty,
  phaseRefusal,
  type Standing,
} from './goal-party.state.js';
import { type Goal, termsIn } from './goal.state.js';

export interface AgreeGoalFacts {
  readonly goalId: GoalId;
  readonly standing: Standing;
}

/** Proposing is accepting on one's own side. */
export const proposeGoal: Decide<AgreeGoalFacts, Goal, GoalEvent> = ({ goalId, standing }, goal) => {
  const by = agreeingPartyOf(standing, goal.owner);
  const refusal = phaseRefusal(goal, ['draft'], standing);
  if (refusal) return refusal;
  if (!by) return notParty();
  return [{ type: 'GoalProposed', data: { goalId, ...goal.owner, termsRevision: goal.termsRevision, by } }];
};

/** Other terms instead, by either side; what the other side accepted before is void. */
export const counterProposeGoal: Decide<AgreeGoalFacts & { readonly terms: GoalTerms }, Goal, GoalEvent> = (
  { goalId, standing, terms },
  goal,
) => {
  const by = agreeingPartyOf(standing, goal.owner);
  const refusal = phaseRefusal(goal, ['proposed'], standing) ?? termsRefusal(terms);
  if (refusal) return refusal;
  if (!by) return notParty();
  const termsRevision = goal.lastRevision + 1;
  return [
    { type: 'GoalCounterProposed', data: { goalId, ...goal.owner, termsRevision, ...termsIn(terms), by } },
  ];
};

/** Both sides must accept the same revision: a proposal that was countered meanwhile is not accepted by mistake. */
export const acceptGoal: Decide<AgreeGoalFacts & { readonly termsRevision: number }, Goal, GoalEvent> = (
  { goalId, standing, termsRevision },
  goal,
) => {
  const by = agreeingPartyOf(standing, goal.owner);
  const refusal = phaseRefusal(goal, ['proposed'], standing);
  if (refusal) return refusal;
  if (!by) return notParty();
  if (termsRevision !== goal.termsRevision) {
    return reject('terms-changed', 'Other terms are proposed now: read them before you accept.', {
      termsRevision: goal.termsRevision,
    });
  }
  if (goal.accepted.includes(by)) return [];
  const self = bothSidesRefusal(standing, goal.proposedBy);
  if (self) return self;
  const data = { goalId, ...goal.owner, termsRevision };
  return [
    { type: 'GoalAccepted', data: { ...data, by } },
    { type: 'GoalAgreed', data },
  ];
};

/** Back to a draft; what was proposed stays in the log. */
export const withdrawGoal: Decide<AgreeGoalFacts, Goal, GoalEvent> = ({ goalId, standing }, goal) => {
  const refusal = phaseRefusal(goal, ['proposed'], standing);
  if (refusal) return refusal;
  const by = agreeingPartyOf(standing, goal.owner);
  if (!by || goal.accepted[0] !== by) {
    return reject('proposer-only', 'Only the side that proposed can withdraw; propose other terms instead.');
  }
  return [{ type: 'GoalWithdrawn', data: { goalId, ...goal.owner } }];
};
