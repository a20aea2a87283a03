import {
  type Aggregation,
  compare,
  type DecimalText,
  exactly,
  type FiscalYear,
  type Instant,
  type Mean,
  type Period,
  sum,
} from '@pm/kernel';

/** One value that stands, corrections and retractions applied. */
export interface StandingValue {
  readonly period: Period;
  readonly year: FiscalYear;
  readonly value: DecimalText;
  readonly source: string;
  readonly effectiveAt: Instant;
}

/** What the values of one year in one slice of time come to, in whichever way a KPI wants them added up. */
export interface YearTally {
  /** Periods that have a value, at least 1. */
  readonly count: number;
  readonly total: DecimalText;
  readonly least: DecimalText;
  readonly most: DecimalText;
  /** Of the period that was measured last, by when its first value was true. */
  readonly last: Pick<StandingValue, 'period' | 'value' | 'effectiveAt'>;
}

/**
 * By fiscal year. Where several sources measured one period, the latest value stands for it.
 *
 * @param values in the order in which they were true
 */
export function talliesOf(values: readonly StandingValue[]): Readonly<Record<FiscalYear, YearTally>> {
  const years = Map.groupBy(values, ({ year }) => year);
  return Object.fromEntries([...years].map(([year, ofYear]) => [year, tallyOf(ofYear)]));
}

function tallyOf(values: readonly StandingValue[]): YearTally {
  const periods = new Map(values.map(({ period, value }) => [period, value]));
  const standing = [...periods.values()];
  const [period, value] = [...periods].at(-1)!;
  const { effectiveAt } = values.find((each) => each.period === period)!;
  return {
    count: standing.length,
    total: sum(standing),
    least: leastOf(standing),
    most: mostOf(standing),
    last: { period, value, effectiveAt },
  };
}

/** A year's value before it is rounded. @param tallies of the year, at least one */
export function aggregated(aggregation: Aggregation, tallies: readonly YearTally[]): Mean {
  switch (aggregation) {
    case 'last':
      return exactly(tallies.map(({ last }) => last).reduce(later).value);
    case 'sum':
      return exactly(totalOf(tallies));
    case 'mean':
      return { total: totalOf(tallies), count: tallies.reduce((all, { count }) => all + count, 0) };
    case 'min':
      return exactly(leastOf(tallies.map(({ least }) => least)));
    case 'max':
      return exactly(mostOf(tallies.map(({ most }) => most)));
  }
}

const totalOf = (tallies: readonly YearTally[]): DecimalText => sum(tallies.map(({ total }) => total));

const leastOf = (values: readonly DecimalText[]): DecimalText =>
  values.reduce((least, value) => (compare(value, least) < 0 ? value : least));

const mostOf = (values: readonly DecimalText[]): DecimalText =>
  values.reduce((most, value) => (compare(value, most) > 0 ? value : most));

/** Slices are streams of their own: what was true at the same moment in two of them goes by the name of its period. */
export function later<Value extends YearTally['last']>(a: Value, b: Value): Value {
  if (a.effectiveAt !== b.effectiveAt) return a.effectiveAt < b.effectiveAt ? b : a;
  return a.period < b.period ? b : a;
}
