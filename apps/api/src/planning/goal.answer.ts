import type { Direction, RollUpMode, Status, Zone } from '@pm/kernel';

type GoalPhase =
  | 'draft'
  | 'proposed'
  | 'agreed'
  | 'active'
  | 'paused'
  | 'postponed'
  | 'completed'
  | 'cancelled'
  | 'discarded';

/** Whose goal it is: a person's or a unit's. */
export class GoalOwnerAnswer {
  personId?: string;

  unitId?: string;
}

/** A goal's place under another. */
export class GoalLinkAnswer {
  parentId: string;

  /** Whether its progress counts towards the parent's, or it is only aligned with it. */
  contributes: boolean;

  /** Decimal, relative to its siblings'. */
  weight: string;

  /** Which share of it counts here; 1 where absent. */
  share?: string;

  /** The link would close a cycle: it counts nothing. */
  cut?: boolean;
}

/** How a goal is measured; every number is a decimal. */
export class MeasureAnswer {
  kpiId: string;

  baseline?: string;

  target: string;

  direction: Direction;

  /** Of a range. */
  upper?: string;

  /** Of an ordinal scale. */
  commit?: string;

  /** Of an ordinal scale. */
  stretch?: string;
}

/** A goal's own measure, with the value that it is at. */
export class ShownMeasureAnswer extends MeasureAnswer {
  value?: string;

  period?: string;

  measuredAt?: string;

  /** Exactly on the target counts. */
  met?: boolean;

  /** Of an ordinal scale. */
  zone?: Zone;
}

export class OverrideAnswer {
  /** Last day on which somebody's word holds. */
  until: string;

  /** What the data say meanwhile. */
  computed?: string;
}

/** Other terms that somebody asked for. */
export class RequestedTermsAnswer {
  by: 'owner' | 'manager';

  termsRevision: number;

  /** Null once the person whose goal it is was erased. */
  title: string | null;

  start?: string;

  end?: string;

  measure?: MeasureAnswer;
}

export class GoalResultAnswer {
  result: 'achieved' | 'partly' | 'missed';

  finalValue?: string;

  /** Whether the manager's side has seen it. */
  acknowledged: boolean;
}

/** A goal that you may not read: where it stands. Auditors see whose it is and its phase, too. */
export class HiddenGoalAnswer {
  goalId: string;

  parents: GoalLinkAnswer[];

  hidden: true;

  owner?: GoalOwnerAnswer;

  phase?: GoalPhase;

  archived?: boolean;
}

/** A goal at a moment. Shares are decimals: 1 is all. */
export class GoalAnswer {
  goalId: string;

  /** What the organisation knows it by. */
  number?: string;

  /** Null once the person whose goal it is was erased. */
  title: string | null;

  /** What such a goal is called. @example "objective" */
  kind: string;

  owner: GoalOwnerAnswer;

  phase: GoalPhase;

  parents: GoalLinkAnswer[];

  /** How what contributes to it makes its progress. */
  rollUp: RollUpMode;

  /** Below 0 it regressed, above 1 it over-achieved; absent where it is not known, which is not 0. */
  progress?: string;

  /** What tells it. */
  progressFrom: 'children' | 'measure' | 'manual';

  /** By which the data make progress, and in which version. @example "roll-up weighted 1" */
  rule?: string;

  override?: OverrideAnswer;

  /** How much of the weight below it is known. */
  coverage?: string;

  /** Share of its time gone by. */
  expected?: string;

  /** Absent where it is withheld. */
  status?: Status;

  /** By which the status was computed, and in which version. */
  policy: string;

  /** Its figures are withheld: with the rest of what they are made of they would tell you those of fewer than five others. */
  suppressed?: boolean;

  /** Why there is no progress. */
  reason?: 'no-weight' | 'nothing-known' | 'no-baseline' | 'no-value' | 'no-measure';

  archived: boolean;

  /** As another system had it: nobody is said to have agreed to it here. */
  imported: boolean;

  termsRevision: number;

  /** First day. */
  start?: string;

  /** Last day. */
  end?: string;

  measure?: ShownMeasureAnswer;

  requested?: RequestedTermsAnswer;

  result?: GoalResultAnswer;
}
