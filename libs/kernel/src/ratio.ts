import { type DecimalText, decimalOf, decimalsOf, integerOf, powerOfTen } from './decimal-text.js';
import { rememberedOfText } from './remembered.js';

const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);

/** How shares are rounded wherever they arise. */
export const RATIO_ROUNDING = { places: PLACES, mode: 'half-even' } as const;

/**
 * A share as an integer of 10^-12: sums of such are exact, whatever their order. A quotient is rounded half-even to this
 * grid where it arises, once a node, so that every way of adding up gives the same (ADR 11).
 */
export type Ratio = bigint;

/**
 * Remembered: weights, shares and thresholds are the same few texts again and again.
 *
 * @param text with any number of decimals; rounded half-even to 12
 */
export const ratioOf = rememberedOfText((text: DecimalText): Ratio => {
  const decimals = decimalsOf(text);
  if (decimals <= PLACES) return integerOf(text, PLACES);
  return dividedHalfEven(integerOf(text, decimals), powerOfTen(decimals - PLACES));
});

const [PLAIN_LEAST, PLAIN_BELOW] = [10n ** 6n, 10n ** 15n];

/** @returns as few decimals as it needs, at most 12 */
export function ratioText(ratio: Ratio): DecimalText {
  if (ratio === 0n) return '0' as DecimalText;
  if (ratio === ONE) return '1' as DecimalText;
  // Up to 15 digits a double is written as the decimal that it was made of, below 10^-6 with an exponent.
  if (ratio >= PLAIN_LEAST && ratio < PLAIN_BELOW) return String(Number(ratio) / 1e12) as DecimalText;
  return decimalOf(ratio, PLACES);
}

/** The quotient of two integers as a ratio, rounded half-even. @param denominator above 0 */
export const quotient = (numerator: bigint, denominator: bigint): Ratio =>
  dividedHalfEven(numerator * ONE, denominator);

/** An integer quotient, rounded half-even. @param denominator above 0 */
export function dividedHalfEven(numerator: bigint, denominator: bigint): bigint {
  const truncated = numerator / denominator;
  const rest = numerator - truncated * denominator;
  if (rest === 0n) return truncated;
  const floor = rest < 0n ? truncated - 1n : truncated;
  const twice = 2n * (rest < 0n ? rest + denominator : rest);
  return twice > denominator || (twice === denominator && floor % 2n !== 0n) ? floor + 1n : floor;
}

export const FULL: Ratio = ONE;

/** Rule 1: only roll-ups clamp; over-achievement and regress stay visible in the raw progress. */
export function clamped(ratio: Ratio): Ratio {
  if (ratio < 0n) return 0n;
  return ratio > ONE ? ONE : ratio;
}
