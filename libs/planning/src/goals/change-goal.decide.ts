import { reject, type Decide, type GoalId, type Instant, reasonRefusal } from '@pm/kernel';
import type { AgreeGoalFacts } from './agree-goal.decide.js';
import { linksRefusal, termsRefusal } from './draft-goal.decide.js';
import { type FreezeFacts, frozenTerms } from './frozen-goal.decide.js';
import type { GoalEvent, GoalLink, GoalOwner, GoalTerms } from './goal.events.js';
import {
  bothSidesRefusal,
  isPeopleAdmin,
  notManager,
  notParty,
  partyOf,
  phaseRefusal,
  type Standing,
} from './goal-party.state.js';
import { type Goal, linksIn, ownerIn, termsIn } from './goal.state.js';
import { visibilityRefusal } from './set-visibility.decide.js';

export interface ChangeGoalFacts {
  readonly goalId: GoalId;
  readonly standing: Standing;
  readonly reason?: string;
  /** From when on the change is true; at the latest now. */
  readonly from: Instant;
}

const LIVE = ['agreed', 'active', 'paused'] as const;

/** Agreed terms change by a request of one side that the other approves, or by an administrator's override. */
export const requestChange: Decide<
  ChangeGoalFacts & FreezeFacts & { readonly terms: GoalTerms },
  Goal,
  GoalEvent
> = (facts, goal) => {
  const { goalId, standing, terms, reason, from } = facts;
  const refusal =
    phaseRefusal(goal, LIVE, standing) ??
    reasonRefusal(reason) ??
    termsRefusal(terms) ??
    frozenTerms(goal.terms, terms, facts);
  if (refusal) return refusal;
  const by = partyOf(standing, goal.owner);
  const data = { goalId, ...goal.owner, termsRevision: goal.lastRevision + 1, ...termsIn(terms) };
  if (by) {
    return goal.requested
      ? reject('change-pending', 'Another change is waiting to be approved or rejected.')
      : [{ type: 'GoalChangeRequested', data: { ...data, by } }];
  }
  if (!isPeopleAdmin(standing)) return notParty();
  return [{ type: 'GoalTermsRevised', data: { ...data, override: true }, effectiveAt: from }];
};

/** The other side decides. What a freeze meanwhile lets stand can still be rejected. */
export const decideChange: Decide<
  ChangeGoalFacts & FreezeFacts & { readonly approve: boolean },
  Goal,
  GoalEvent
> = (facts, goal) => {
  const { goalId, standing, approve, reason, from } = facts;
  const refusal = phaseRefusal(goal, LIVE, standing);
  if (refusal) return refusal;
  const { requested } = goal;
  if (!requested) return reject('no-change-pending', 'There is no change to decide on.');
  const by = partyOf(standing, goal.owner);
  if (!by || by === requested.by) {
    return reject('other-side-only', 'The side that asked for the change cannot decide on it.');
  }
  const self = bothSidesRefusal(standing, requested.author);
  if (self) return self;
  const { terms, termsRevision } = requested;
  const data = { goalId, ...goal.owner, termsRevision };
  if (!approve) return reasonRefusal(reason) ?? [{ type: 'GoalChangeRejected', data }];
  const revised = { ...data, ...termsIn(terms), override: false };
  const frozen = frozenTerms(goal.terms, terms, facts);
  return frozen ?? [{ type: 'GoalTermsRevised', data: revised, effectiveAt: from }];
};

/** Whoever asked may think again, as long as nobody has decided. */
export const withdrawChange: Decide<AgreeGoalFacts, Goal, GoalEvent> = ({ goalId, standing }, goal) => {
  const refusal = phaseRefusal(goal, LIVE, standing);
  if (refusal) return refusal;
  const { requested } = goal;
  if (!requested) return reject('no-change-pending', 'There is no change to take back.');
  if (partyOf(standing, goal.owner) !== requested.by)
    return reject('requester-only', 'Only the side that asked for the change can take it back.');
  const { termsRevision } = requested;
  return [{ type: 'GoalChangeWithdrawn', data: { goalId, ...goal.owner, termsRevision } }];
};

export interface PlaceGoalFacts extends ChangeGoalFacts {
  readonly parents: readonly GoalLink[];
  /** Goals above the new parents, as far as the current tree tells. */
  readonly above: ReadonlySet<GoalId>;
  /** Parents that do not exist. */
  readonly unknownParents: readonly GoalId[];
}

/** Rule 12: a move is an event, and one that closes a cycle in the current tree is refused. */
export const placeGoal: Decide<PlaceGoalFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, standing, parents, above, unknownParents, reason, from } = facts;
  const refusal =
    phaseRefusal(goal, ['draft', 'proposed', ...LIVE], standing) ?? linksRefusal(goalId, parents);
  if (refusal) return refusal;
  if (!partyOf(standing, goal.owner) && !isPeopleAdmin(standing)) return notParty();
  if (goal.phase !== 'draft') {
    const unreasoned = reasonRefusal(reason);
    if (unreasoned) return unreasoned;
  }
  if (unknownParents.length > 0)
    return reject('parent-unknown', 'A goal named as parent does not exist.', { unknownParents });
  if (above.has(goalId))
    return reject('goal-cycle', 'The goal stands above its new parent; move that one first.');
  return [
    { type: 'GoalPlaced', data: { goalId, ...goal.owner, parents: linksIn(parents) }, effectiveAt: from },
  ];
};

/** Only the manager's side gives a goal to somebody else; a private one to no unit, as everybody would read it then. */
export const handOverGoal: Decide<
  ChangeGoalFacts & { readonly to: GoalOwner; readonly toKnown: boolean },
  Goal,
  GoalEvent
> = ({ goalId, standing, to, toKnown, reason, from }, goal) => {
  const refusal = phaseRefusal(goal, ['draft', ...LIVE], standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (partyOf(standing, goal.owner) !== 'manager' && !isPeopleAdmin(standing)) return notManager();
  if (!toKnown) return reject('owner-unknown', 'There is no such person or unit, or they have left.');
  return (
    visibilityRefusal(goal.visibility, to) ?? [
      {
        type: 'GoalHandedOver',
        data: { goalId, ...ownerIn(to), from: ownerIn(goal.owner) },
        effectiveAt: from,
      },
    ]
  );
};
