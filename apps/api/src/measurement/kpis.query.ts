import { IsOptional, IsUUID } from 'class-validator';
import { MomentPageQuery } from '../http/moment.query.js';

export class KpisQuery extends MomentPageQuery {
  /** Only those about this unit. */
  @IsOptional()
  @IsUUID()
  unit?: string;
}
