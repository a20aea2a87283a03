import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../http/page.query.js';

export class PeopleQuery extends PageQuery {
  /** Only those who belong to this unit now; a page may then hold fewer than its limit. */
  @IsOptional()
  @IsUUID()
  unit?: string;
}
