import type { DecimalText } from './quantity.js';

const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);

/** Worked out once: roll-ups ask for them thousands of times a read. */
const POWERS = Array.from({ length: 40 }, (_, places) => 10n ** BigInt(places));
const power = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places);

/**
 * A share as an integer of 10^-12: sums of such are exact, whatever their order. A quotient is rounded half-even to this
 * grid where it arises, once a node, so that every way of adding up gives the same (ADR 11).
 */
export type Ratio = bigint;

/** @param text with any number of decimals; rounded half-even to 12 */
export function ratioOf(text: DecimalText): Ratio {
  const decimals = decimalsOf(text);
  if (decimals <= PLACES) return integerOf(text, PLACES);
  return dividedHalfEven(integerOf(text, decimals), power(decimals - PLACES));
}

/** A decimal as an integer of 10^-places, exactly. @param places at least as many as the text has decimals */
export function integerOf(text: DecimalText, places: number): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * power(places);
  const digits = text.slice(0, point) + text.slice(point + 1).padEnd(places, '0');
  return BigInt(digits);
}

function decimalsOf(text: DecimalText): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** @returns as few decimals as it needs, at most 12 */
export function ratioText(ratio: Ratio): DecimalText {
  const sign = ratio < 0n ? '-' : '';
  const digits = (ratio < 0n ? -ratio : ratio).toString().padStart(PLACES + 1, '0');
  const decimals = digits.slice(-PLACES).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -PLACES)}${decimals && `.${decimals}`}` as DecimalText;
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
