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

/**
 * Compares a value with the mean of others exactly: by cross-multiplication, without a quotient.
 *
 * @param others at least one value
 * @returns negative, zero or positive as the value is below, equal to or above the mean
 */
export function compareWithMean(value: DecimalText, others: readonly DecimalText[]): number {
  return new Decimal(value).times(others.length).comparedTo(sum(others));
}

/** The mean, rounded half-even to `places` decimals. For display: compare with {@link compareWithMean}. */
export function mean(values: readonly DecimalText[], places = 12): DecimalText {
  return new Decimal(sum(values)).dividedBy(values.length).toDecimalPlaces(places).toFixed() as DecimalText;
}
