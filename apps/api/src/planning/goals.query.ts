import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { FieldsOf, SortedBy } from '../http/list.query.js';
import { MomentQuery } from '../http/moment.query.js';
import type { GoalAnswer, HiddenGoalAnswer } from './goal.answer.js';

const isTrue = ({ value }: { value: unknown }): boolean => value === true || value === 'true';

/** What goals are sorted by. */
const ORDERS = ['number', 'kind', 'phase', 'status', 'start', 'end'] as const;

const PHASES: readonly GoalAnswer['phase'][] = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'paused',
  'postponed',
  'completed',
  'cancelled',
  'discarded',
];

const STATUSES: readonly NonNullable<GoalAnswer['status']>[] = [
  'on-track',
  'at-risk',
  'off-track',
  'no-data',
  'no-dates',
];

const FIELDS: readonly (keyof GoalAnswer | keyof HiddenGoalAnswer)[] = [
  'goalId',
  'number',
  'title',
  'kind',
  'owner',
  'phase',
  'parents',
  'rollUp',
  'progress',
  'progressFrom',
  'rule',
  'override',
  'coverage',
  'expected',
  'status',
  'policy',
  'suppressed',
  'hidden',
  'reason',
  'archived',
  'imported',
  'termsRevision',
  'start',
  'end',
  'measure',
  'requested',
  'result',
];

export class GoalsQuery extends MomentQuery {
  /** Only goals of this unit. */
  @IsOptional()
  @IsUUID()
  unit?: string;

  /** Only this goal and all below it. */
  @IsOptional()
  @IsUUID()
  under?: string;

  /** KPIs that tell of the goals, too. */
  @Transform(isTrue)
  @IsBoolean()
  indicators: boolean = false;

  /** Rows of values under columns named once, for whoever draws the whole tree; without indicators. */
  @Transform(isTrue)
  @IsBoolean()
  compact: boolean = false;

  /** Archived goals, too. */
  @Transform(isTrue)
  @IsBoolean()
  archived: boolean = false;

  /** Only goals in this phase. */
  @IsOptional()
  @IsIn(PHASES)
  phase?: GoalAnswer['phase'];

  /** Only goals with this status. */
  @IsOptional()
  @IsIn(STATUSES)
  status?: GoalAnswer['status'];

  /** Ties, and what has no such field, in the order of ids. */
  @SortedBy(ORDERS)
  sort?: (typeof ORDERS)[number];

  /** What to tell of each goal, separated by commas; everything where absent. */
  @FieldsOf(FIELDS)
  fields?: string[];

  /** At most this many goals, 1 to 1000; without it, and without phase, status and sort, the whole tree. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;

  /** `next` of the page before. */
  @IsOptional()
  @Length(1, 2000)
  cursor?: string;
}
