import type {
  DecimalText,
  Event,
  GoalId,
  LocalDate,
  Measure,
  PersonalText,
  PersonId,
  RollUpMode,
  UnitId,
  Visibility,
} from '@pm/kernel';

/** Whose goal it is: a person's or a unit's. Every event names it again, as its texts may be about that person. */
export interface GoalOwner {
  readonly personId?: PersonId;
  readonly unitId?: UnitId;
}

/** What both sides agree on. */
export interface GoalTerms {
  /** Sealed under the person whose goal it is; a unit's stays in clear. */
  readonly title: PersonalText;
  /** First and last day, both included; without them no progress is expected at any time. */
  readonly start?: LocalDate;
  readonly end?: LocalDate;
  /** Absent where only the goals below it tell how it goes. */
  readonly measure?: Measure;
}

/** A goal's place under another. */
export interface GoalLink {
  readonly parentId: GoalId;
  /** Whether its progress counts towards the parent's, or it is only aligned with it (rule 9). */
  readonly contributes: boolean;
  /** Relative to its siblings'; not a percentage (rule 8). */
  readonly weight: DecimalText;
  /** Which share of it counts here, where it counts in several places: 0 to 1, 1 where absent (rule 11). */
  readonly share?: DecimalText;
}

/** The two sides of an agreement: whose goal it is, and who answers for that. */
export type Party = 'owner' | 'manager';

/** What a goal that was reached, or not, leaves behind. */
export type GoalResult = 'achieved' | 'partly' | 'missed';

interface OfGoal extends GoalOwner {
  readonly goalId: GoalId;
}

interface Termed extends OfGoal, GoalTerms {
  /** Which version of the terms, from 1. */
  readonly termsRevision: number;
}

/** A goal as another system had it: nobody is said to have agreed to it here. Again, where that system changed it. */
export type GoalImported = Event<
  'GoalImported',
  {
    readonly goalId: GoalId;
    /** What the source knows it by. */
    readonly number: string;
    readonly source: string;
    readonly title: string;
    /** What such a goal is called there: service, objective, key result. */
    readonly kind: string;
    /** The unit whose goal it is. */
    readonly unitId: UnitId;
    readonly parents: readonly GoalLink[];
  }
>;

export type GoalDrafted = Event<
  'GoalDrafted',
  Termed & {
    readonly number?: string;
    /** What such a goal is called: objective, key result, behaviour. */
    readonly kind: string;
    readonly parents: readonly GoalLink[];
    /** Public where absent. */
    readonly visibility?: Visibility;
  }
>;
export type GoalRedrafted = Event<'GoalRedrafted', Termed>;
export type GoalProposed = Event<
  'GoalProposed',
  OfGoal & { readonly termsRevision: number; readonly by: Party }
>;
/** Other terms instead: the answer to a proposal, and a proposal itself. */
export type GoalCounterProposed = Event<'GoalCounterProposed', Termed & { readonly by: Party }>;
export type GoalAccepted = Event<
  'GoalAccepted',
  OfGoal & { readonly termsRevision: number; readonly by: Party }
>;
/** Both sides accepted the same revision of the terms. */
export type GoalAgreed = Event<'GoalAgreed', OfGoal & { readonly termsRevision: number }>;
export type GoalWithdrawn = Event<'GoalWithdrawn', OfGoal>;
export type GoalActivated = Event<'GoalActivated', OfGoal>;
export type GoalChangeRequested = Event<'GoalChangeRequested', Termed & { readonly by: Party }>;
/** Taken back by the side that had asked for it. */
export type GoalChangeWithdrawn = Event<'GoalChangeWithdrawn', OfGoal & { readonly termsRevision: number }>;
export type GoalChangeRejected = Event<'GoalChangeRejected', OfGoal & { readonly termsRevision: number }>;
/** Agreed terms changed: by an approved request, or by an administrator's override. The terms before stay in the log. */
export type GoalTermsRevised = Event<'GoalTermsRevised', Termed & { readonly override: boolean }>;
/** Where it stands from then on: all its parents, in place of those before. */
export type GoalPlaced = Event<'GoalPlaced', OfGoal & { readonly parents: readonly GoalLink[] }>;
export type GoalHandedOver = Event<'GoalHandedOver', OfGoal & { readonly from: GoalOwner }>;
export type GoalPaused = Event<'GoalPaused', OfGoal>;
export type GoalResumed = Event<'GoalResumed', OfGoal>;
export type GoalPostponed = Event<'GoalPostponed', OfGoal & { readonly successorId: GoalId }>;
export type GoalCompleted = Event<
  'GoalCompleted',
  OfGoal & {
    readonly result: GoalResult;
    readonly finalValue?: DecimalText;
    readonly note?: PersonalText;
    /** What the next plan can learn from it. */
    readonly lessons?: PersonalText;
  }
>;
export type GoalCancelled = Event<'GoalCancelled', OfGoal>;
/** The result that was recorded stays in the log. */
export type GoalReopened = Event<'GoalReopened', OfGoal>;

/** A draft that nobody goes on with. */
export type GoalDiscarded = Event<'GoalDiscarded', OfGoal>;
/** The manager's side has seen how it came out. */
export type GoalCompletionAcknowledged = Event<'GoalCompletionAcknowledged', OfGoal>;
/** Out of the lists; what it counted, it counts. */
export type GoalArchived = Event<'GoalArchived', OfGoal>;
/** How what contributes to it makes its progress (rule 10). */
export type GoalRollUpSet = Event<'GoalRollUpSet', OfGoal & { readonly mode: RollUpMode }>;
/** How far it is, whatever the data say, up to and including a day. */
export type GoalProgressOverridden = Event<
  'GoalProgressOverridden',
  OfGoal & { readonly progress: DecimalText; readonly until: LocalDate }
>;
/** Before its day: the data tell again. */
export type GoalOverrideEnded = Event<'GoalOverrideEnded', OfGoal>;
/** Who may read a person's goal, from then on and of all its past. */
export type GoalVisibilitySet = Event<'GoalVisibilitySet', OfGoal & { readonly visibility: Visibility }>;

export type GoalEvent =
  | GoalImported
  | GoalDrafted
  | GoalRedrafted
  | GoalProposed
  | GoalCounterProposed
  | GoalAccepted
  | GoalAgreed
  | GoalWithdrawn
  | GoalActivated
  | GoalChangeRequested
  | GoalChangeRejected
  | GoalChangeWithdrawn
  | GoalTermsRevised
  | GoalPlaced
  | GoalHandedOver
  | GoalPaused
  | GoalResumed
  | GoalPostponed
  | GoalCompleted
  | GoalCancelled
  | GoalReopened
  | GoalDiscarded
  | GoalCompletionAcknowledged
  | GoalArchived
  | GoalRollUpSet
  | GoalProgressOverridden
  | GoalOverrideEnded
  | GoalVisibilitySet;
