import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { MomentQuery } from '../http/moment.query.js';

const isTrue = ({ value }: { value: unknown }): boolean => value === true || value === 'true';

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
}
