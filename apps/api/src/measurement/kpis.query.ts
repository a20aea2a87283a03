import { FREQUENCIES, type Frequency } from '@pm/kernel';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { FieldsOf, SortedBy } from '../http/list.query.js';
import { MomentPageQuery } from '../http/moment.query.js';
import type { KpiAnswer } from './kpi.answer.js';

const FIELDS: readonly (keyof KpiAnswer)[] = [
  'kpiId',
  'number',
  'name',
  'unitId',
  'goalId',
  'direction',
  'frequency',
  'aggregation',
  'unitOfMeasure',
  'labels',
  'retired',
  'stale',
  'latest',
  'years',
];

export class KpisQuery extends MomentPageQuery {
  /** Only those about this unit. */
  @IsOptional()
  @IsUUID()
  unit?: string;

  /** Only those that tell of this goal. */
  @IsOptional()
  @IsUUID()
  goal?: string;

  /** Only those that are measured so often. */
  @IsOptional()
  @IsIn(FREQUENCIES)
  frequency?: Frequency;

  /** Ties, and what has no such field, in the order of ids. */
  @SortedBy(['name', 'number'])
  sort: 'name' | 'number' = 'name';

  /** What to tell of each KPI, separated by commas; everything where absent. */
  @FieldsOf(FIELDS)
  fields?: string[];
}
