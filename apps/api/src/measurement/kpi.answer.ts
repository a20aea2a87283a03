import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Aggregation, Frequency, KpiDirection } from '@pm/kernel';

export class LatestValueAnswer {
  /** @example "2026-03" */
  period: string;

  /** Decimal. @example "4.2" */
  value: string;

  measuredAt: string;

  source: string;

  /** Of the same period, else of its year. */
  target?: string;

  /** Where the target is a range: its upper bound. */
  upper?: string;

  /** Exactly on the target counts; absent where there is none. */
  onTarget?: boolean;
}

/** How a KPI did in one year. */
export class YearAnswer {
  /** Decimal; a mean is rounded for display only. */
  value: string;

  /** Absent where the values that the rule needs are missing; so are the next two. */
  target?: 'met' | 'missed' | 'none';

  /** At or better than the year before. */
  improvingOneYear?: boolean;

  /** At or better than the mean of the five years before. */
  improvingFiveYears?: boolean;
}

/** A KPI against its targets. */
@ApiExtraModels(YearAnswer)
export class KpiAnswer {
  kpiId: string;

  /** What the organisation knows it by. */
  number?: string;

  name: string;

  /** The unit that it is about. */
  unitId: string;

  /** The goal that it tells of. */
  goalId?: string;

  direction: KpiDirection;

  frequency: Frequency;

  /** How the values within a year make the year's value. */
  aggregation: Aggregation;

  /** @example "days" */
  unitOfMeasure?: string;

  @ApiProperty({ type: [String] })
  labels: readonly string[];

  retired: boolean;

  /** A value is overdue by more than one period. */
  stale: boolean;

  /** Absent until a value was recorded. */
  latest?: LatestValueAnswer;

  /** By fiscal year. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(YearAnswer) } })
  years: Readonly<Record<string, YearAnswer>>;
}

export class KpisAnswer {
  kpis: KpiAnswer[];

  /** Send it as `cursor` for the next page; absent on the last. */
  next?: string;
}
