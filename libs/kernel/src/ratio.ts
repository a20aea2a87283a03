import { Decimal } from 'decimal.js';
import type { DecimalText } from './quantity.js';

const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);
const Exact = Decimal.clone({
  precision: 80,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -80,
  toExpPos: 80,
});

/**
 * A share as an integer of 10^-12: sums of such are exact, whatever their order. A quotient is rounded half-even to this
 * grid where it arises, once a node, so that every way of adding up gives the same (ADR 11).
 */
export type Ratio = bigint;

/** @param text with any number of decimals; rounded half-even to 12 */
export function ratioOf(text: DecimalText): Ratio {
  return BigInt(new Exact(text).times(ONE.toString()).toDecimalPlaces(0).toFixed());
}

/** @returns as few decimals as it needs, at most 12 */
export function ratioText(ratio: Ratio): DecimalText {
  return new Exact(ratio.toString()).dividedBy(ONE.toString()).toFixed() as DecimalText;
}

/** The quotient of two integers as a ratio, rounded half-even. @param denominator above 0 */
export const quotient = (numerator: bigint, denominator: bigint): Ratio =>
  dividedHalfEven(numerator * ONE, denominator);

/** An integer quotient, rounded half-even. @param denominator above 0 */
export function dividedHalfEven(numerator: bigint, denominator: bigint): bigint {
  const truncated = numerator / denominator;
  const floor = numerator % denominator < 0n ? truncated - 1n : truncated;
  const twice = 2n * (numerator - floor * denominator);
  return twice > denominator || (twice === denominator && floor % 2n !== 0n) ? floor + 1n : floor;
}

export const FULL: Ratio = ONE;

/** Rule 1: only roll-ups clamp; over-achievement and regress stay visible in the raw progress. */
export function clamped(ratio: Ratio): Ratio {
  if (ratio < 0n) return 0n;
  return ratio > ONE ? ONE : ratio;
}
