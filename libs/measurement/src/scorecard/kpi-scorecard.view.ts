import {
  type Calendar,
  type DecimalText,
  exactly,
  type FiscalYear,
  type Instant,
  isOnTarget,
  type Period,
  roundedMean,
  type View,
  type YearOutcome,
} from '@pm/kernel';
import type { KpiDefinition, KpiEvent } from '../kpis/kpi.events.js';
import { isStale } from '../measurements/due.state.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';
import { evolveSeries, type KpiSeries, outcomeIn, yearValues } from './kpi-series.state.js';

export type KpiScorecardDocument = KpiSeries;

export const kpiScorecard: View<KpiScorecardDocument, KpiEvent | MeasurementsEvent> = {
  name: 'kpi-scorecard',
  revision: 4,
  handles: [
    'KpiDefined',
    'KpiRedefined',
    'KpiRetired',
    'TargetSet',
    'TargetRevised',
    'MeasurementRecorded',
    'MeasurementCorrected',
    'MeasurementRetracted',
  ],
  indexes: ['unitId', 'goalId', 'name', 'number', 'frequency'],
  key: (event) => event.data.kpiId,
  evolve: (series, event) => evolveSeries(series, event),
};

/** A KPI against its targets. */
export interface KpiScorecard extends KpiDefinition {
  readonly kpiId: string;
  readonly number?: string;
  readonly retired: boolean;
  /** A value is overdue by more than one period (see {@link isStale}). Nothing is awaited of a retired KPI. */
  readonly stale: boolean;
  /** Absent until a value was recorded: never 0 (rule 3). */
  readonly latest?: LatestValue;
  readonly years: Readonly<Record<FiscalYear, YearOutcome & { value: DecimalText }>>;
}

export interface LatestValue {
  readonly period: Period;
  readonly value: DecimalText;
  readonly measuredAt: string;
  readonly source: string;
  /** Of the same period, else of its year; where values add up to the year's, that one says nothing of a part of it. */
  readonly target?: DecimalText;
  /** Where the target is a range: its upper bound. */
  readonly upper?: DecimalText;
  /** Exactly on the target counts. Absent where there is no target: that is not the same as on target (rule 13). */
  readonly onTarget?: boolean;
}

/** What a reader sees of a KPI. @param at views have no clock: the moment of reading */
export function presentScorecard(
  series: KpiSeries,
  at: { readonly now: Instant; readonly calendar: Calendar },
): KpiScorecard {
  const { targets: _targets, values: _values, ...definition } = series;
  const byYear = yearValues(series);
  const years = Object.entries(byYear).map(
    ([year, value]) =>
      [year, { value: roundedMean(value), ...outcomeIn(series, year as FiscalYear, byYear) }] as const,
  );
  const stale = !series.retired && isStale(series.values.at(-1)?.period, series.frequency, at);
  return { ...definition, stale, latest: latestOf(series), years: Object.fromEntries(years) };
}

function latestOf({ values, targets, direction, aggregation }: KpiSeries): LatestValue | undefined {
  const last = values.at(-1);
  if (!last) return undefined;
  const { period, value, source, effectiveAt: measuredAt } = last;
  const target = targets[period] ?? (aggregation === 'sum' ? undefined : targets[last.year]);
  return {
    period,
    value,
    measuredAt,
    source,
    target: target?.value,
    upper: target?.upper,
    onTarget: target && isOnTarget(direction, exactly(value), target),
  };
}
