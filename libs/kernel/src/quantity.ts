import { Decimal as DecimalJs } from 'decimal.js';

/** Decimal arithmetic for every measured value: 60 significant digits, so that sums of accepted values are exact. */
const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
});
type Decimal = DecimalJs;

declare const decimalText: unique symbol;

/** A decimal number as text, up to 18 digits before and 18 after the point: `"-42.50"`. */
export type DecimalText = string & { readonly [decimalText]: true };

const PATTERN = /^-?\d{1,18}(\.\d{1,18})?$/;

export function isDecimalText(text: unknown): text is DecimalText {
  return typeof text === 'string' && PATTERN.test(text);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; 2.4 equals 2.40. */
export function compare(a: DecimalText, b: DecimalText): number {
  return new Decimal(a).comparedTo(b);
}

export function equal(a: DecimalText, b: DecimalText): boolean {
  return new Decimal(a).equals(b);
}

export function sum(values: readonly DecimalText[]): DecimalText {
  return values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0)).toFixed() as DecimalText;
}

/** A mean before it is rounded: the sum, and how many values it is of. Means are compared as they are, never rounded. */
export interface Mean {
  readonly total: DecimalText;
  /** At least 1. */
  readonly count: number;
}

/** @param values at least one */
export const meanOf = (values: readonly DecimalText[]): Mean => ({
  total: sum(values),
  count: values.length,
});

/** A value that stands for itself. */
export const exactly = (value: DecimalText): Mean => ({ total: value, count: 1 });

/** The mean of means, each of which counts once, whatever it is of. @param means at least one, of up to 1000 values each */
export function meanOfMeans(means: readonly Mean[]): Mean {
  const [{ count: first }] = means as [Mean];
  if (means.every(({ count }) => count === first))
    return { total: sum(means.map(({ total }) => total)), count: first * means.length };
  const denominator = means.reduce((product, { count }) => product * count, 1);
  const totals = means.map(({ total, count }) => new Decimal(total).times(denominator / count).toFixed());
  return { total: sum(totals as DecimalText[]), count: denominator * means.length };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`: by cross-multiplication, without a quotient. */
export function compareMeans(a: Mean, b: Mean): number {
  if (a.count === b.count) return compare(a.total, b.total);
  return new Decimal(a.total).times(b.count).comparedTo(new Decimal(b.total).times(a.count));
}

/** How far a mean lies outside of two bounds, without a quotient; 0 within them and on them. */
export function outside({ total, count }: Mean, lower: DecimalText, upper: DecimalText): Mean {
  const below = new Decimal(lower).times(count).minus(total);
  const above = new Decimal(total).minus(new Decimal(upper).times(count));
  return { total: Decimal.max(below, above, 0).toFixed() as DecimalText, count };
}

/** The mean as text, rounded half-even to `places` decimals where it is of several values. For display only. */
export function roundedMean({ total, count }: Mean, places = 12): DecimalText {
  if (count === 1) return total;
  return new Decimal(total).dividedBy(count).toDecimalPlaces(places).toFixed() as DecimalText;
}
