import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsOptional, Length } from 'class-validator';
import { views } from '@pm/assembly';
import { FreshnessQuery } from '../http/freshness.query.js';

const VIEWS = views.map(({ name }) => name);

/** Which changes to tell, and of what is known already. */
export class ChangesOfViewsQuery extends FreshnessQuery {
  /** Names of views, separated by commas; every view that one may read where absent. @example "goal-tree,kpi-scorecard" */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayNotEmpty()
  @IsIn(VIEWS, { each: true })
  views?: string[];

  /** The id of the only document of interest. */
  @IsOptional()
  @Length(1, 200)
  key?: string;
}
