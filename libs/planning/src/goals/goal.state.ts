import type { ActorId, Authored, Fold, Instant, RollUpMode, Visibility } from '@pm/kernel';
import type { GoalEvent, GoalImported, GoalLink, GoalOwner, GoalTerms, Party } from './goal.events.js';

/** Where a goal is in its life. Health is another matter. */
export type GoalPhase =
  | 'none'
  | 'draft'
  | 'proposed'
  | 'agreed'
  | 'active'
  | 'paused'
  | 'postponed'
  | 'completed'
  | 'cancelled'
  | 'discarded'
  | 'archived';

/** Other terms that somebody asked for while the agreed ones hold. */
export interface RequestedChange {
  readonly terms: GoalTerms;
  readonly termsRevision: number;
  readonly by: Party;
  /** Who asked, for that side; absent of what is not in the log yet. */
  readonly author?: ActorId;
}

/** A goal as decisions need it. */
export interface Goal {
  readonly phase: GoalPhase;
  readonly owner: GoalOwner;
  readonly terms?: GoalTerms;
  /** Of the terms that hold or are proposed; the highest ever given is `lastRevision`. */
  readonly termsRevision: number;
  readonly lastRevision: number;
  /** Who accepted the revision that is proposed. */
  readonly accepted: readonly Party[];
  /** Who spoke for the first of them. */
  readonly proposedBy?: ActorId;
  readonly requested?: RequestedChange;
  readonly parents: readonly GoalLink[];
  /** When it was said to be completed; absent while it is not. */
  readonly completedAt?: Instant;
  /** Whether the manager's side has seen how it came out. */
  readonly acknowledged: boolean;
  /** Of a person's goal: while it is a unit's, everybody may read it. */
  readonly visibility: Visibility;
  readonly rollUp: RollUpMode;
  /** Whether somebody said how far it is; maybe for a time that is over. */
  readonly overridden: boolean;
  /** As last imported; absent where it was made here. */
  readonly imported?: GoalImported['data'];
}

const NONE: Goal = {
  phase: 'none',
  owner: {},
  termsRevision: 0,
  lastRevision: 0,
  accepted: [],
  parents: [],
  acknowledged: false,
  visibility: 'public',
  rollUp: 'weighted',
  overridden: false,
};

/** What is known of a fact beside its data. */
interface Said {
  readonly at?: Instant;
  readonly author?: ActorId;
}

/** What each fact makes of a goal; one that is missing does not compile. */
type Reactions = {
  readonly [Type in GoalEvent['type']]: (
    goal: Goal,
    data: Extract<GoalEvent, { type: Type }>['data'],
    said: Said,
  ) => Goal;
};

type Reaction = (goal: Goal, data: GoalEvent['data'], said: Said) => Goal;

const to =
  (phase: GoalPhase) =>
  (goal: Goal): Goal => ({ ...goal, phase });

const reactions: Reactions = {
  // Again, it takes the place of what the source said before, not of what was agreed, placed or handed over here since.
  GoalImported: (goal, data) => ({
    ...goal,
    phase: goal.phase === 'none' ? 'active' : goal.phase,
    owner: goal.owner.unitId === goal.imported?.unitId ? { unitId: data.unitId } : goal.owner,
    terms: goal.termsRevision === 0 ? { title: data.title } : goal.terms,
    parents: goal.imported && goal.parents !== goal.imported.parents ? goal.parents : data.parents,
    imported: data,
  }),
  GoalDrafted: (goal, data) => ({
    ...withTerms(goal, data),
    phase: 'draft',
    owner: ownerIn(data),
    parents: data.parents,
    visibility: data.visibility ?? 'public',
  }),
  GoalRedrafted: (goal, data) => withTerms(goal, data),
  GoalProposed: (goal, { by }, { author }) => ({
    ...goal,
    phase: 'proposed',
    accepted: [by],
    proposedBy: author,
  }),
  GoalCounterProposed: (goal, data, { author }) => ({
    ...withTerms(goal, data),
    accepted: [data.by],
    proposedBy: author,
  }),
  GoalAccepted: (goal, { by }) => ({ ...goal, accepted: [...goal.accepted, by] }),
  GoalAgreed: to('agreed'),
  GoalWithdrawn: (goal) => ({ ...goal, phase: 'draft', accepted: [] }),
  GoalActivated: to('active'),
  GoalChangeRequested: (goal, data, { author }) => ({
    ...goal,
    requested: { terms: termsIn(data), termsRevision: data.termsRevision, by: data.by, author },
    lastRevision: data.termsRevision,
  }),
  GoalChangeRejected: (goal) => ({ ...goal, requested: undefined }),
  GoalChangeWithdrawn: (goal) => ({ ...goal, requested: undefined }),
  GoalTermsRevised: (goal, data) => ({ ...withTerms(goal, data), requested: undefined }),
  GoalPlaced: (goal, { parents }) => ({ ...goal, parents }),
  // A change that was asked for is void: its sides are other people now, maybe the same one on both.
  GoalHandedOver: (goal, data) => ({ ...goal, owner: ownerIn(data), requested: undefined }),
  GoalPaused: to('paused'),
  GoalResumed: to('active'),
  GoalPostponed: to('postponed'),
  GoalCompleted: (goal, _, { at }) => ({ ...goal, phase: 'completed', completedAt: at }),
  GoalCancelled: to('cancelled'),
  GoalReopened: (goal) => ({ ...goal, phase: 'active', completedAt: undefined, acknowledged: false }),
  GoalDiscarded: to('discarded'),
  GoalCompletionAcknowledged: (goal) => ({ ...goal, acknowledged: true }),
  GoalArchived: to('archived'),
  GoalRollUpSet: (goal, { mode }) => ({ ...goal, rollUp: mode }),
  GoalProgressOverridden: (goal) => ({ ...goal, overridden: true }),
  GoalOverrideEnded: (goal) => ({ ...goal, overridden: false }),
  GoalVisibilitySet: (goal, { visibility }) => ({ ...goal, visibility }),
};

export const goals: Fold<Goal, Authored<GoalEvent>> = {
  category: 'goal',
  initial: NONE,
  evolve: (goal, { type, data, effectiveAt, metadata }) =>
    (reactions[type] as Reaction)(goal, data, { at: effectiveAt, author: metadata?.actor }),
};

/** The owner's fields, picked one by one. */
export const ownerIn = ({ personId, unitId }: GoalOwner): GoalOwner => ({ personId, unitId });

/** The terms' fields, picked one by one. */
export const termsIn = ({ title, start, end, measure }: GoalTerms): GoalTerms => ({
  title,
  start,
  end,
  measure: measure && {
    kpiId: measure.kpiId,
    baseline: measure.baseline,
    target: measure.target,
    direction: measure.direction,
    upper: measure.upper,
    commit: measure.commit,
    stretch: measure.stretch,
  },
});

/** Links' fields, picked one by one. */
export const linksIn = (links: readonly GoalLink[]): GoalLink[] =>
  links.map(({ parentId, contributes, weight, share }) => ({ parentId, contributes, weight, share }));

function withTerms(goal: Goal, data: GoalTerms & { termsRevision: number }): Goal {
  const { termsRevision } = data;
  const lastRevision = Math.max(goal.lastRevision, termsRevision);
  return { ...goal, terms: termsIn(data), termsRevision, lastRevision };
}
