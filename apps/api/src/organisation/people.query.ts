import { IsOptional, IsUUID } from 'class-validator';
import { MomentPageQuery } from '../http/moment.query.js';

export class PeopleQuery extends MomentPageQuery {
  /** Only those who belong to this unit then; a page may then hold fewer than its limit. */
  @IsOptional()
  @IsUUID()
  unit?: string;
}
