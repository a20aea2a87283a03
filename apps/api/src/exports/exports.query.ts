import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { FORMAT_NAMES, type FormatName } from '@pm/exporting';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ChangesQuery } from '../http/moment.query.js';
import { KpisQuery } from '../measurement/kpis.query.js';
import { GoalsQuery } from '../planning/goals.query.js';

/** How to write it. */
export class FormatQuery {
  /** The same rows and columns in each. */
  @IsIn(FORMAT_NAMES)
  format: FormatName = 'csv';
}

/** As the list of goals is filtered. */
export class GoalsExportQuery extends IntersectionType(
  FormatQuery,
  PickType(GoalsQuery, ['asOf', 'asKnownAt', 'unit', 'under', 'archived', 'phase', 'status'] as const),
) {}

/** As the list of KPIs is filtered. */
export class MeasurementsExportQuery extends IntersectionType(
  FormatQuery,
  PickType(KpisQuery, ['asOf', 'asKnownAt', 'unit', 'goal', 'frequency'] as const),
) {
  /** Only those of this KPI. */
  @IsOptional()
  @IsUUID()
  kpi?: string;
}

export class GoalHistoryExportQuery extends IntersectionType(
  FormatQuery,
  OmitType(ChangesQuery, ['after'] as const),
) {
  /** Only what concerns this goal. */
  @IsOptional()
  @IsUUID()
  goal?: string;
}
