import type { DecimalText, LocalDate, Measure, PersonalText, RollUpMode, Status } from '@pm/kernel';
import type { GoalSummary, ShownMeasure } from '../goal-tree/goal-row.js';
import type { ShownPhase } from '../goal-tree/goal-documents.state.js';
import type { ToldEvent } from '../told-event.js';

/**
 * A goal's figures at a moment, and all that they are made of: whoever works them out from the inputs, by the rule, comes
 * to the same. A part's own figure opens in turn. Shares are decimals as text: 1 is all.
 */
export interface GoalFigure extends Pick<
  GoalSummary,
  | 'goalId'
  | 'title'
  | 'progress'
  | 'progressFrom'
  | 'rule'
  | 'coverage'
  | 'expected'
  | 'status'
  | 'policy'
  | 'reason'
  | 'suppressed'
> {
  /** What goals above are given of it: what the data say, from 0 to 1, whatever somebody said instead. */
  readonly clamped?: DecimalText;
  /** How every share was rounded where it arose. */
  readonly rounding: { readonly places: number; readonly mode: string };
  /** Least shares of the expected progress; what lies closer to one than the tolerance lies on it. */
  readonly thresholds: {
    readonly onTrack: DecimalText;
    readonly atRisk: DecimalText;
    readonly tolerance: DecimalText;
  };
  /** The last day that counts as gone by. */
  readonly day: LocalDate;
  readonly terms: {
    readonly termsRevision: number;
    readonly start?: LocalDate;
    readonly end?: LocalDate;
    readonly event: ToldEvent;
  };
  /** Somebody's word, while it holds, and what the data say meanwhile. */
  readonly override?: NonNullable<GoalSummary['override']> & {
    readonly progress: DecimalText;
    readonly event: ToldEvent;
  };
  /** Of a goal that its own measure tells. */
  readonly measured?: FigureMeasure;
  /** Of a goal that others contribute to; without an event where nobody said how they do. */
  readonly rollUp?: { readonly mode: RollUpMode; readonly event?: ToldEvent };
  /** What contributes to it. */
  readonly parts: readonly (FigurePart | HiddenPart)[];
  /** What stands under it and does not contribute. */
  readonly leftOut: readonly (LeftOutPart | HiddenPart)[];
}

/** What measures a goal: its numbers in the version that was in force when the value was true, and the value that stands. */
export interface FigureMeasure extends Measure, Pick<ShownMeasure, 'period' | 'measuredAt' | 'met' | 'zone'> {
  /** What put the zones in force, where they are not those of the terms. */
  readonly zonesEvent?: ToldEvent;
  readonly value?: DecimalText;
  /** Who or what measured. */
  readonly source?: string;
  /** What stated the value. */
  readonly event?: ToldEvent;
}

/** A goal that stands under another. */
interface Placed {
  readonly goalId: string;
  /** Absent where nothing is said of it but its place. */
  readonly title?: PersonalText;
  readonly weight: DecimalText;
  /** Which share of it counts here. */
  readonly share: DecimalText;
}

/** One that the reader may not read: its place. */
export interface HiddenPart extends Omit<Placed, 'title'> {
  readonly hidden: true;
}

/** One that contributes. */
export interface FigurePart extends Placed {
  /** What it gives, from 0 to 1; where it is not known it weighs in the coverage alone. */
  readonly progress?: DecimalText;
  /** Why it is not known. */
  readonly reason?: GoalSummary['reason'];
  /** What the worst status goes by. */
  readonly status?: Status;
  /** Its figures are withheld. */
  readonly suppressed?: true;
  /** What placed it here. */
  readonly event: ToldEvent;
}

/** One that does not, and why: its link is only aligned, or cut as it would close a cycle; else the phase that it is in. */
export interface LeftOutPart extends Placed {
  readonly because: 'only-aligned' | 'cut' | ShownPhase;
  /** What placed it here, or brought it into the phase. */
  readonly event: ToldEvent;
}
