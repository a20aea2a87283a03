import { TOP } from '@pm/kernel';
import { IsOptional, Length } from 'class-validator';
import { FieldsOf, SortedBy } from '../http/list.query.js';
import { MomentPageQuery } from '../http/moment.query.js';
import type { UnitAnswer } from './unit.answer.js';

const FIELDS: readonly (keyof UnitAnswer)[] = [
  'unitId',
  'number',
  'name',
  'kind',
  'parentId',
  'closed',
  'headId',
  'hrPartnerId',
];

export class UnitsQuery extends MomentPageQuery {
  /** Id of the unit above; `top` for the organisation itself. */
  @Length(3, 36)
  parent: string = TOP;

  /** Only units that are called this. @example "agency" */
  @IsOptional()
  @Length(1, 40)
  kind?: string;

  /** Ties, and what has no such field, in the order of ids; by id where absent. */
  @SortedBy(['name', 'number', 'kind'])
  sort?: 'name' | 'number' | 'kind';

  /** What to tell of each unit, separated by commas; everything where absent. */
  @FieldsOf(FIELDS)
  fields?: string[];
}
