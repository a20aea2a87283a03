import { IsOptional, IsUUID } from 'class-validator';
import { FieldsOf } from '../http/list.query.js';
import { MomentPageQuery } from '../http/moment.query.js';
import type { PersonAnswer } from './person.answer.js';

const FIELDS: readonly (keyof PersonAnswer)[] = [
  'personId',
  'number',
  'name',
  'joinedAt',
  'leftAt',
  'standing',
  'unitId',
  'managerId',
  'memberships',
  'managers',
];

export class PeopleQuery extends MomentPageQuery {
  /** Only those who belong to this unit then; a page may then hold fewer than its limit. */
  @IsOptional()
  @IsUUID()
  unit?: string;

  /** What to tell of each person, separated by commas; everything where absent. */
  @FieldsOf(FIELDS)
  fields?: string[];
}
