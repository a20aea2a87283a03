import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../http/page.query.js';

export class KpisQuery extends PageQuery {
  /** Only those about this unit. */
  @IsOptional()
  @IsUUID()
  unit?: string;
}
