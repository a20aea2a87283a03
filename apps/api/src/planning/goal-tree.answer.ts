import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { CompactTree } from '@pm/insights';
import type { KpiDirection } from '@pm/kernel';
import { GoalAnswer, HiddenGoalAnswer } from './goal.answer.js';

/** A goal as you may see it. */
type SeenGoalAnswer = GoalAnswer | HiddenGoalAnswer;

const SEEN_GOAL = { oneOf: [GoalAnswer, HiddenGoalAnswer].map((each) => ({ $ref: getSchemaPath(each) })) };

/** A KPI that tells of a goal without counting towards it. */
export class IndicatorAnswer {
  kpiId: string;

  number?: string;

  goalId: string;

  name: string;

  unitId: string;

  direction: KpiDirection;

  value?: string;

  /** Of the value. */
  period?: string;

  /** Of the value's period. */
  target?: string;

  /** Where the target is a range: its upper bound. */
  upper?: string;

  status: 'on-target' | 'off-target' | 'no-target' | 'no-data';
}

@ApiExtraModels(GoalAnswer, HiddenGoalAnswer)
export class GoalTreeAnswer {
  @ApiProperty({ type: 'array', items: SEEN_GOAL })
  goals: SeenGoalAnswer[];

  /** Where they were asked for. */
  indicators?: IndicatorAnswer[];

  /** Send it as `cursor` for the next page; absent on the last, and where no limit was given. */
  next?: string;
}

/** A tree for whoever draws all of it: names once, then a row of values for each goal. */
export class CompactTreeAnswer {
  /** What a cell of a row tells, by its place. */
  @ApiProperty({ type: [String] })
  columns: CompactTree['columns'];

  /** Ids of parents are a list, everything else is text; null where there is none. */
  @ApiProperty({
    type: 'array',
    items: {
      type: 'array',
      items: {
        oneOf: [
          { type: 'string', nullable: true },
          { type: 'array', items: { type: 'string' } },
        ],
      },
    },
  })
  rows: CompactTree['rows'];
}

/** A goal with what lies directly below it. */
@ApiExtraModels(GoalAnswer, HiddenGoalAnswer)
export class GoalWithPartsAnswer {
  @ApiProperty(SEEN_GOAL)
  goal: SeenGoalAnswer;

  @ApiProperty({ type: 'array', items: SEEN_GOAL })
  parts: SeenGoalAnswer[];

  indicators?: IndicatorAnswer[];
}

/** What one event did to one goal. */
export class GoalEffectAnswer {
  goalId: string;

  /** Sides of the goal that it states anew. @example ["terms", "phase"] */
  sides: string[];

  progressBefore?: string;

  progressAfter?: string;
}

/** An event as histories tell of it. */
export class ToldEventAnswer {
  position: string;

  stream: string;

  revision: number;

  /** @example "GoalTermsRevised" */
  type: string;

  actor: string;

  /** For whom they acted, as deputy or administrator; absent where for themselves. */
  onBehalfOf?: string;

  recordedAt: string;

  effectiveAt?: string;

  /** Null once the person that it is about was erased. */
  reason?: string | null;
}

/** One event that makes the difference between two moments. */
export class GoalChangeAnswer extends ToldEventAnswer {
  effects: GoalEffectAnswer[];
}

export class GoalChangesAnswer {
  /** In the order in which they were recorded. */
  changes: GoalChangeAnswer[];
}
