import {
  ALWAYS,
  type FiscalYear,
  type Instant,
  type KpiId,
  outcomeOf,
  type Period,
  type Recorded,
  remembered,
  sliceOf,
  type Target,
  type YearOutcome,
  type YearValues,
} from '@pm/kernel';
import type { KpiDefinition, KpiEvent } from '../kpis/kpi.events.js';
import { definitionOf, targetIn } from '../kpis/kpi.state.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';
import { aggregated, later, type StandingValue, talliesOf, type YearTally } from './year-tally.state.js';

/** What a KPI is, and its targets. */
export interface KpiNode extends KpiDefinition {
  readonly node: 'kpi';
  readonly kpiId: KpiId;
  readonly number?: string;
  readonly retired: boolean;
  /** By name of period. */
  readonly targets: Readonly<Record<Period, Target>>;
}

/** The values of one slice of a KPI's time: documents stay small however long it is measured. */
export interface ValuesNode {
  readonly node: 'values';
  /** The KPI that they are of. */
  readonly of: KpiId;
  readonly slice: string;
  /** In the order in which they were true, then as recorded (rule 20). */
  readonly values: readonly StandingValue[];
}

export type SeriesNode = KpiNode | ValuesNode;
export type SeriesEvent = KpiEvent | MeasurementsEvent;

/** What the values of one slice come to. */
export interface SliceTotals {
  readonly latest: StandingValue;
  readonly years: Readonly<Record<FiscalYear, YearTally>>;
}

/** Of a KPI's values, by slice. */
export interface SeriesSum {
  readonly slices?: Readonly<Record<string, SliceTotals>>;
}

/** All that stands of a KPI: what it is, its targets, and what its values come to. */
export interface KpiSeries extends Omit<KpiNode, 'node'> {
  readonly slices: Readonly<Record<string, SliceTotals>>;
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

const isMeasured = (event: SeriesEvent): event is MeasurementsEvent => 'source' in event.data;

/** The KPI, or the slice of its time, that an event is about. */
export function seriesKey(event: SeriesEvent): string {
  const { kpiId } = event.data;
  return isMeasured(event) ? `${kpiId}.${sliceOf(event.data.period)}` : kpiId;
}

/** How the facts about a KPI add up, wherever a view needs them. */
export function evolveSeries(node: SeriesNode | undefined, event: SeriesEvent): SeriesNode | undefined {
  if (isMeasured(event)) return withMeasured(node?.node === 'values' ? node : undefined, event);
  if (event.type === 'KpiDefined') {
    const { kpiId, number } = event.data;
    return { node: 'kpi', ...definitionOf(event.data), kpiId, number, retired: false, targets: {} };
  }
  return node?.node === 'kpi' ? withSaid(node, event) : undefined;
}

function withSaid(kpi: KpiNode, event: Exclude<KpiEvent, { type: 'KpiDefined' }>): KpiNode {
  switch (event.type) {
    case 'KpiRedefined':
      return { ...kpi, ...definitionOf(event.data) };
    case 'KpiRetired':
      return { ...kpi, retired: true };
    case 'TargetSet':
    case 'TargetRevised':
      return { ...kpi, targets: { ...kpi.targets, [event.data.period]: targetIn(event.data) } };
  }
}

function withMeasured(node: ValuesNode | undefined, event: MeasurementsEvent): ValuesNode {
  const { kpiId, period, source } = event.data;
  const others = (node?.values ?? []).filter((each) => each.period !== period || each.source !== source);
  return {
    node: 'values',
    of: kpiId,
    slice: sliceOf(period),
    values: event.type === 'MeasurementRetracted' ? others : placed(others, standing(event)),
  };
}

function standing(event: Exclude<MeasurementsEvent, { type: 'MeasurementRetracted' }>): StandingValue {
  const { period, year, value, source } = event.data;
  return { period, year, value, source, effectiveAt: event.effectiveAt! };
}

function placed(values: readonly StandingValue[], added: StandingValue): StandingValue[] {
  const after = values.findLastIndex(({ effectiveAt }) => effectiveAt <= added.effectiveAt);
  return values.toSpliced(after + 1, 0, added);
}

/** What a slice gives to its KPI. Asked for twice: when it has changed, and when it changes again and takes this back. */
export const partOfValues = remembered(({ slice, values }: ValuesNode): SeriesSum | undefined => {
  const latest = values.at(-1);
  return latest && { slices: { [slice]: { latest, years: talliesOf(values) } } };
});

/** Each slice gives its own: giving sets it, taking back removes it. */
export function addSlices(
  total: SeriesSum | undefined,
  part: SeriesSum,
  sign: 1 | -1,
): SeriesSum | undefined {
  const given = part.slices ?? {};
  const others = Object.entries(total?.slices ?? {}).filter(([slice]) => !(slice in given));
  const slices = { ...Object.fromEntries(others), ...(sign === 1 ? given : {}) };
  return Object.keys(slices).length === 0 ? undefined : { slices };
}

function seriesOf(kpi: KpiNode, sum: SeriesSum | undefined): KpiSeries {
  const { node: _node, ...said } = kpi;
  return { ...said, slices: sum?.slices ?? {} };
}

/** The KPIs among documents of a view. */
export const seriesIn = (
  documents: Iterable<{ readonly own?: object; readonly sum?: object }>,
): KpiSeries[] =>
  [...documents].flatMap(({ own, sum }) => (isKpi(own) ? seriesOf(own, sum as SeriesSum | undefined) : []));

const isKpi = (own: object | undefined): own is KpiNode => (own as SeriesNode | undefined)?.node === 'kpi';

/** The value that was true last. */
export function latestIn({ slices }: Pick<KpiSeries, 'slices'>): StandingValue | undefined {
  const latest = Object.values(slices).map((slice) => slice.latest);
  return latest.length === 0 ? undefined : latest.reduce(later);
}

/** The value of each year that has one, aggregated as the KPI's definition says. */
export function yearValues({ slices, aggregation }: Pick<KpiSeries, 'slices' | 'aggregation'>): YearValues {
  const tallies = Object.values(slices).flatMap(({ years }) => Object.entries(years));
  const byYear = Map.groupBy(tallies, ([year]) => year);
  return Object.fromEntries(
    [...byYear].map(([year, of]) => [
      year,
      aggregated(
        aggregation,
        of.map(([, tally]) => tally),
      ),
    ]),
  );
}

/** @param values the KPI's own, worked out once for several years */
export function outcomeIn(
  { direction, targets }: Pick<KpiNode, 'direction' | 'targets'>,
  year: FiscalYear,
  values: YearValues,
): YearOutcome {
  return outcomeOf(direction, values, targets[year], year);
}
