import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { RollUpMode, Status } from '@pm/kernel';
import { GoalAnswer, OverrideAnswer, ShownMeasureAnswer } from './goal.answer.js';
import { ToldEventAnswer } from './goal-tree.answer.js';

export class RoundingAnswer {
  /** Decimals that a share keeps. */
  places: number;

  /** @example "half-even" */
  mode: string;
}

/** Least shares of the expected progress. */
export class StatusThresholdsAnswer {
  onTrack: string;

  atRisk: string;

  /** What lies closer to a threshold lies on it. */
  tolerance: string;
}

export class FigureTermsAnswer {
  termsRevision: number;

  /** First day. */
  start?: string;

  /** Last day. */
  end?: string;

  /** What put them in force. */
  event: ToldEventAnswer;
}

export class FigureOverrideAnswer extends OverrideAnswer {
  /** What somebody said. */
  progress: string;

  event: ToldEventAnswer;
}

/** A goal's own measure as it was in force when the value was true, with the value that stands. */
export class FigureMeasureAnswer extends ShownMeasureAnswer {
  /** What put the zones of an ordinal scale in force. */
  zonesEvent?: ToldEventAnswer;

  /** Who or what measured. */
  source?: string;

  /** What stated the value. */
  event?: ToldEventAnswer;
}

export class FigureRollUpAnswer {
  mode: RollUpMode;

  /** Absent where nobody said how: then it is the weighted mean. */
  event?: ToldEventAnswer;
}

/** Where a goal stands under another. */
class PlaceAnswer {
  goalId: string;

  weight: string;

  /** Which share of it counts here. */
  share: string;
}

/** One that you may not read. */
export class HiddenPartAnswer extends PlaceAnswer {
  hidden: true;
}

/** A goal that stands under another. */
export class PlacedGoalAnswer extends PlaceAnswer {
  /** Null once the person whose goal it is was erased. */
  title?: string | null;
}

export class FigurePartAnswer extends PlacedGoalAnswer {
  /** What it gives, from 0 to 1; where it is absent it is not known, and weighs in the coverage alone. */
  progress?: string;

  /** Why it is not known. */
  reason?: GoalAnswer['reason'];

  /** What the worst status goes by. */
  status?: Status;

  /** Its figures are withheld. */
  suppressed?: boolean;

  /** What placed it here. */
  event: ToldEventAnswer;
}

export class LeftOutPartAnswer extends PlacedGoalAnswer {
  /** Its link is only aligned, or cut as it would close a cycle; else the phase that it is in. */
  because: 'only-aligned' | 'cut' | GoalAnswer['phase'];

  /** What placed it here, or brought it into the phase. */
  event: ToldEventAnswer;
}

const oneOf = (...answers: (new () => object)[]) => ({
  oneOf: answers.map((answer) => ({ $ref: getSchemaPath(answer) })),
});

/** A goal's figures, and all that they are made of. Shares are decimals: 1 is all. */
@ApiExtraModels(FigurePartAnswer, LeftOutPartAnswer, HiddenPartAnswer)
export class GoalFigureAnswer {
  goalId: string;

  /** Null once the person whose goal it is was erased. */
  title: string | null;

  /** Below 0 it regressed, above 1 it over-achieved; absent where it is not known, which is not 0. */
  progress?: string;

  /** What goals above are given of it: what the data say, from 0 to 1, whatever somebody said instead. */
  clamped?: string;

  /** What tells it. */
  progressFrom: 'children' | 'measure' | 'manual';

  /** By which the data make progress, and in which version. @example "roll-up weighted 1" */
  rule?: string;

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
  reason?: GoalAnswer['reason'];

  /** How every share was rounded where it arose. */
  rounding: RoundingAnswer;

  thresholds: StatusThresholdsAnswer;

  /** The last day that counts as gone by. */
  day: string;

  terms: FigureTermsAnswer;

  /** Somebody's word, while it holds. */
  override?: FigureOverrideAnswer;

  /** Of a goal that its own measure tells. */
  measured?: FigureMeasureAnswer;

  /** Of a goal that others contribute to. */
  rollUp?: FigureRollUpAnswer;

  /** What contributes to it; each opens as a figure in turn. */
  @ApiProperty({ type: 'array', items: oneOf(FigurePartAnswer, HiddenPartAnswer) })
  parts: (FigurePartAnswer | HiddenPartAnswer)[];

  /** What stands under it and does not contribute. */
  @ApiProperty({ type: 'array', items: oneOf(LeftOutPartAnswer, HiddenPartAnswer) })
  leftOut: (LeftOutPartAnswer | HiddenPartAnswer)[];
}
