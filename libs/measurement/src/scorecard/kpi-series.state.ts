import {
  aggregate,
  ALWAYS,
  type DecimalText,
  type FiscalYear,
  type Instant,
  type KpiId,
  outcomeOf,
  type Period,
  type Recorded,
  type Target,
  type YearOutcome,
  type YearValues,
} from '@pm/kernel';
import type { KpiDefinition, KpiEvent } from '../kpis/kpi.events.js';
import { definitionOf, targetIn } from '../kpis/kpi.state.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';

/** One value that stands, corrections and retractions applied. */
export interface StandingValue {
  readonly period: Period;
  readonly year: FiscalYear;
  readonly value: DecimalText;
  readonly source: string;
  readonly effectiveAt: Instant;
}

/** All that stands of a KPI: what it is, its targets and its values. */
export interface KpiSeries extends KpiDefinition {
  readonly kpiId: KpiId;
  readonly number?: string;
  readonly retired: boolean;
  /** By name of period. */
  readonly targets: Readonly<Record<Period, Target>>;
  /** In the order in which they were true, then as recorded (rule 20). */
  readonly values: readonly StandingValue[];
}

/**
 * From when on a fact about a KPI is true. What it is, its targets and what explains a day name no time of their own, or
 * another one than that of recording: as in the tree of goals, only what was known leaves them out.
 */
export function kpiFactTrueFrom({ type, effectiveAt, metadata }: Recorded): Instant {
  return TIMELESS.includes(type) ? ALWAYS : (effectiveAt ?? metadata.recordedAt);
}

const TIMELESS: readonly string[] = [
  'KpiDefined',
  'KpiRedefined',
  'TargetSet',
  'TargetRevised',
  'KpiAnnotated',
  'KpiAnnotationRetracted',
];

/** How the facts about a KPI add up, wherever a view needs the whole of it. */
export function evolveSeries(
  series: KpiSeries | undefined,
  event: KpiEvent | MeasurementsEvent,
): KpiSeries | undefined {
  if (event.type === 'KpiDefined') {
    const { kpiId, number } = event.data;
    return { ...definitionOf(event.data), kpiId, number, retired: false, targets: {}, values: [] };
  }
  return series && evolveKnown(series, event);
}

function evolveKnown(
  series: KpiSeries,
  event: Exclude<KpiEvent, { type: 'KpiDefined' }> | MeasurementsEvent,
): KpiSeries {
  switch (event.type) {
    case 'KpiRedefined':
      return { ...series, ...definitionOf(event.data) };
    case 'KpiRetired':
      return { ...series, retired: true };
    case 'TargetSet':
    case 'TargetRevised':
      return { ...series, targets: { ...series.targets, [event.data.period]: targetIn(event.data) } };
    case 'MeasurementRecorded':
    case 'MeasurementCorrected': {
      const { period, year, value, source } = event.data;
      return {
        ...series,
        values: withValue(series.values, { period, year, value, source, effectiveAt: event.effectiveAt! }),
      };
    }
    case 'MeasurementRetracted':
      return { ...series, values: without(series.values, event.data) };
  }
}

/** The value of each year that has one, aggregated as the KPI's definition says. */
export function yearValues({ values, aggregation }: KpiSeries): YearValues {
  const byYear = Map.groupBy(ofEachPeriod(values), ({ year }) => year);
  return Object.fromEntries(
    [...byYear].map(([year, of]) => [
      year,
      aggregate(
        aggregation,
        of.map(({ value }) => value),
      ),
    ]),
  );
}

/** @param values the series' own, worked out once for several years */
export function outcomeIn(series: KpiSeries, year: FiscalYear, values = yearValues(series)): YearOutcome {
  return outcomeOf(series.direction, values, series.targets[year], year);
}

/** Where several sources measured one period, the latest value stands for it. */
function ofEachPeriod(values: readonly StandingValue[]): StandingValue[] {
  return [...new Map(values.map((value) => [value.period, value])).values()];
}

function withValue(values: readonly StandingValue[], added: StandingValue): StandingValue[] {
  const others = without(values, added);
  const after = others.findLastIndex(({ effectiveAt }) => effectiveAt <= added.effectiveAt);
  return others.toSpliced(after + 1, 0, added);
}

function without(
  values: readonly StandingValue[],
  gone: Pick<StandingValue, 'period' | 'source'>,
): StandingValue[] {
  return values.filter(({ period, source }) => period !== gone.period || source !== gone.source);
}
