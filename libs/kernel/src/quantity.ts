import { type DecimalText, decimalOf, decimalsOf, integerOf, powerOfTen } from './decimal-text.js';
import { dividedHalfEven } from './ratio.js';

/** Negative, zero or positive as `a` is below, equal to or above `b`; 2.4 equals 2.40. */
export function compare(a: DecimalText, b: DecimalText): number {
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  return signOf(integerOf(a, places) - integerOf(b, places));
}

export const equal = (a: DecimalText, b: DecimalText): boolean => compare(a, b) === 0;

export function sum(values: readonly DecimalText[]): DecimalText {
  const places = placesOf(values);
  return decimalOf(
    values.reduce((total, value) => total + integerOf(value, places), 0n),
    places,
  );
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
  const totals = means.map(({ total }) => total);
  if (means.every(({ count }) => count === first)) return { total: sum(totals), count: first * means.length };
  const denominator = means.reduce((product, { count }) => product * BigInt(count), 1n);
  const places = placesOf(totals);
  const total = means.reduce(
    (added, mean) => added + integerOf(mean.total, places) * (denominator / BigInt(mean.count)),
    0n,
  );
  return { total: decimalOf(total, places), count: Number(denominator) * means.length };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`: by cross-multiplication, without a quotient. */
export function compareMeans(a: Mean, b: Mean): number {
  const places = placesOf([a.total, b.total]);
  const [left, right] = [integerOf(a.total, places), integerOf(b.total, places)];
  return signOf(a.count === b.count ? left - right : left * BigInt(b.count) - right * BigInt(a.count));
}

/** How far a mean lies outside of two bounds, without a quotient; 0 within them and on them. */
export function outside({ total, count }: Mean, lower: DecimalText, upper: DecimalText): Mean {
  const places = placesOf([total, lower, upper]);
  const value = integerOf(total, places);
  const below = integerOf(lower, places) * BigInt(count) - value;
  const above = value - integerOf(upper, places) * BigInt(count);
  const distance = below > above ? below : above;
  return { total: decimalOf(distance > 0n ? distance : 0n, places), count };
}

/** The mean as text, rounded half-even to `places` decimals where it is of several values. For display only. */
export function roundedMean({ total, count }: Mean, places = 12): DecimalText {
  if (count === 1) return total;
  const decimals = decimalsOf(total);
  const divisor = powerOfTen(decimals) * BigInt(count);
  return decimalOf(dividedHalfEven(integerOf(total, decimals) * powerOfTen(places), divisor), places);
}

const placesOf = (values: readonly DecimalText[]): number =>
  values.reduce((places, value) => Math.max(places, decimalsOf(value)), 0);

const signOf = (difference: bigint): number => (difference < 0n ? -1 : difference > 0n ? 1 : 0);
