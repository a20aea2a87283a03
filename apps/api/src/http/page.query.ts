import { Type } from 'class-transformer';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { FreshnessQuery } from './freshness.query.js';

/** Which page of a list. */
export class PageQuery extends FreshnessQuery {
  /** At most this many, 1 to 1000. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 100;

  /** `next` of the page before. */
  @IsOptional()
  @Length(1, 2000)
  cursor?: string;
}
