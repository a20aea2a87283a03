import { isAtLeastAsGood, isOnTarget, type KpiDirection, type Target } from './direction.js';
import { type FiscalYear, shiftYear } from './period.js';
import { rememberedOfText } from './remembered.js';
import { meanOfMeans, type Mean } from './quantity.js';

/** How the values within a year make the year's value. */
export const AGGREGATIONS = ['last', 'sum', 'mean', 'min', 'max'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Values by fiscal year, for the years that have one; a mean is not rounded yet. */
export type YearValues = Readonly<Record<FiscalYear, Mean>>;

/** How a KPI did in one year. What lacks the values that a rule needs is left out of it. */
export interface YearOutcome {
  /** Value at or beyond the target in the wanted direction, or within the range. */
  readonly target: 'met' | 'missed' | 'none' | undefined;
  /** At or better than the year before; of a range, as near to the one that this year wants. */
  readonly improvingOneYear: boolean | undefined;
  /** At or better than the mean of the five years before, over those that have a value. */
  readonly improvingFiveYears: boolean | undefined;
}

/** The years whose values a year's outcome goes by: its own, then the five before it, the last one first. */
export const outcomeYears = rememberedOfText((year: FiscalYear): readonly FiscalYear[] =>
  [0, -1, -2, -3, -4, -5].map((offset) => shiftYear(year, offset)),
);

/**
 * A year's outcome by the published rules of the Mayor's Management Report analysis (New York City Comptroller, 2023):
 * on the target or on the mean exactly counts as reached; a mean is compared exactly, without rounding.
 */
export function outcomeOf(
  direction: KpiDirection,
  values: YearValues,
  target: Target | undefined,
  year: FiscalYear,
): YearOutcome {
  const [value, before, ...earlier] = outcomeYears(year).map((each) => values[each]);
  const fiveBefore = [before, ...earlier].filter((each) => each !== undefined);
  return {
    target: targetOutcome(direction, value, target),
    improvingOneYear: value && before && isAtLeastAsGood(direction, value, before, target),
    improvingFiveYears:
      value && fiveBefore.length > 0
        ? isAtLeastAsGood(direction, value, meanOfMeans(fiveBefore), target)
        : undefined,
  };
}

function targetOutcome(
  direction: KpiDirection,
  value: Mean | undefined,
  target: Target | undefined,
): YearOutcome['target'] {
  if (target === undefined) return 'none';
  if (value === undefined) return undefined;
  return isOnTarget(direction, value, target) ? 'met' : 'missed';
}
