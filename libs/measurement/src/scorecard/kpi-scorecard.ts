import {
  type Calendar,
  type DecimalText,
  exactly,
  type FiscalYear,
  type Instant,
  isOnTarget,
  type Period,
  roundedMean,
  type YearOutcome,
} from '@pm/kernel';
import type { KpiDefinition } from '../kpis/kpi.events.js';
import { isStale } from '../measurements/due.state.js';
import { type KpiSeries, latestIn, outcomeIn, yearValues } from './kpi-series.state.js';
import type { StandingValue } from './year-tally.state.js';

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
  const { targets: _targets, slices: _slices, ...definition } = series;
  const latest = latestIn(series);
  const byYear = yearValues(series);
  const years = Object.entries(byYear).map(
    ([year, value]) =>
      [year, { value: roundedMean(value), ...outcomeIn(series, year as FiscalYear, byYear) }] as const,
  );
  const stale = !series.retired && isStale(latest?.period, series.frequency, at);
  return {
    ...definition,
    stale,
    latest: latest && againstTarget(latest, series),
    years: Object.fromEntries(years),
  };
}

function againstTarget(
  { period, year, value, source, effectiveAt: measuredAt }: StandingValue,
  { targets, direction, aggregation }: KpiSeries,
): LatestValue {
  const target = targets[period] ?? (aggregation === 'sum' ? undefined : targets[year]);
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
