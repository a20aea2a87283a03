import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { MomentQuery } from '../http/moment.query.js';

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
  @Transform(({ value }: { value: unknown }) => value === true || value === 'true')
  @IsBoolean()
  indicators: boolean = false;
}
