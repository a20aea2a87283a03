import type { Opened } from '@pm/eventing';
import type { Calendar } from '@pm/kernel';
import type { KpiAsOf } from '@pm/measurement';
import { presentTrend } from '@pm/measurement/views';
import { boolean, type Column, decimal, integer, text } from '../table.js';

/** Which measurements; those of every KPI where nothing is said. Each is of the KPI as it was defined at that moment. */
export interface MeasurementsWanted {
  readonly kpiId?: string;
  readonly unitId?: string;
  readonly goalId?: string;
  readonly frequency?: string;
}

type PointOfKpi = ReturnType<typeof presentTrend>[number] & { readonly kpi: KpiAsOf['series'] };

export const isWanted = (kpi: KpiAsOf['series'], wanted: Omit<MeasurementsWanted, 'kpiId'>): boolean =>
  (!wanted.unitId || kpi.unitId === wanted.unitId) &&
  (!wanted.goalId || kpi.goalId === wanted.goalId) &&
  (!wanted.frequency || kpi.frequency === wanted.frequency);

/** What was measured of a KPI, in order of time. */
export const pointsOf = ({ series: kpi, points }: KpiAsOf, calendar: Calendar): PointOfKpi[] =>
  presentTrend(points, kpi.frequency, calendar).map((point) => ({ ...point, kpi }));

/** What one source says of one period of a KPI a line; `last_…` is about what was said of it last. */
export const MEASUREMENT_COLUMNS: readonly Column<Opened<PointOfKpi>>[] = [
  text('kpi_id', ({ kpi }) => kpi.kpiId),
  text('kpi_number', ({ kpi }) => kpi.number),
  text('kpi_name', ({ kpi }) => kpi.name),
  text('unit_id', ({ kpi }) => kpi.unitId),
  text('goal_id', ({ kpi }) => kpi.goalId),
  text('frequency', ({ kpi }) => kpi.frequency),
  text('unit_of_measure', ({ kpi }) => kpi.unitOfMeasure),
  text('period', ({ period }) => period),
  text('source', ({ source }) => source),
  decimal('value', ({ value }) => value),
  text('measured_at', ({ measuredAt }) => measuredAt),
  text('recorded_at', ({ recordedAt }) => recordedAt),
  integer('corrections', ({ corrections }) => corrections),
  boolean('retracted', ({ retracted }) => retracted ?? false),
  boolean('late', ({ late }) => late ?? false),
  text('last_event', ({ history }) => history.at(-1)?.event),
  text('last_actor', ({ history }) => history.at(-1)?.actor),
  text('last_reason', ({ history }) => history.at(-1)?.reason),
  text('last_position', ({ history }) => history.at(-1)?.position),
];
