import { IsOptional, IsUUID, Matches } from 'class-validator';
import { MomentQuery } from '../http/moment.query.js';

export class OutcomesQuery extends MomentQuery {
  /** Fiscal year, named by the year in which it ends. @example "FY2023" */
  @Matches(/^FY\d{4}$/, { message: 'period must be a fiscal year such as FY2023' })
  period: string;

  /** Only KPIs with this label. @example "critical" */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  label?: string;

  /** The units directly below this one; below the organisation where absent. */
  @IsOptional()
  @IsUUID()
  unit?: string;
}
