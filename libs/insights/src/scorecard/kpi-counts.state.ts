import { type FiscalYear, type Mean, outcomeYears, remembered, type YearValues } from '@pm/kernel';
import { type KpiNode, outcomeIn, type SeriesSum, yearValues } from '@pm/measurement/events';
import {
  ALL,
  countsOf,
  type CountsByLabel,
  isSame,
  type OutcomeCounts,
} from '../unit-outcomes/outcome-counts.state.js';

type CountsByYear = Readonly<Record<FiscalYear, OutcomeCounts>>;

/** What a KPI gives to its unit. */
interface KpiPart {
  /** What it was worked out of. */
  readonly sum: SeriesSum;
  readonly values: YearValues;
  readonly years: CountsByYear;
  /** Undefined where no year has a value. */
  readonly part: { readonly counts: CountsByLabel } | undefined;
}

const NOTHING: KpiPart = { sum: {}, values: {}, years: {}, part: undefined };

/**
 * How a KPI came out, in every year that has a value. A value changes what the years up to five after it came out as: the
 * others are taken over from the last time, and all of it where nothing came out differently. Asked for twice: when the
 * values have changed, and when they change again and this is taken back.
 */
export const partOfKpi = remembered((kpi: KpiNode): ((sum: SeriesSum) => KpiPart['part']) => {
  let last = NOTHING;
  return (sum) => {
    if (sum !== last.sum) last = partAfter(last, kpi, sum);
    return last.part;
  };
});

function partAfter(last: KpiPart, kpi: KpiNode, sum: SeriesSum): KpiPart {
  const values = yearValues({ slices: sum.slices ?? {}, aggregation: kpi.aggregation });
  const years: Record<FiscalYear, OutcomeCounts> = {};
  let changed = false;
  let count = 0;
  for (const key in values) {
    const year = key as FiscalYear;
    const before = last.years[year];
    years[year] =
      before && isAsBefore(year, last.values, values) ? before : countsAfter(before, kpi, year, values);
    changed ||= years[year] !== before;
    count += 1;
  }
  if (!changed && count === Object.keys(last.years).length) return { ...last, sum, values };
  const counts = Object.fromEntries([ALL, ...kpi.labels].map((label) => [label, years]));
  return { sum, values, years, part: count === 0 ? undefined : { counts } };
}

function countsAfter(
  before: OutcomeCounts | undefined,
  kpi: KpiNode,
  year: FiscalYear,
  values: YearValues,
): OutcomeCounts {
  const counts = countsOf(outcomeIn(kpi, year, values));
  return before && isSame(before, counts) ? before : counts;
}

const isAsBefore = (year: FiscalYear, before: YearValues, now: YearValues): boolean =>
  outcomeYears(year).every((each) => isEqual(before[each], now[each]));

const isEqual = (a: Mean | undefined, b: Mean | undefined): boolean =>
  a === b || (a?.total === b?.total && a?.count === b?.count);
