import type { DecimalText } from './decimal-text.js';
import type { Ratio } from './ratio.js';

/** A double holds every integer of so many digits exactly. */
const DIGITS_MAX = 15;
/** So that the rest of a division by it, times {@link STEP}, is such an integer. */
const DENOMINATOR_MAX = 9e9;
const WHOLE_MAX = 9000;
/** Six of twelve decimals at a time. */
const STEP = 1e6;

/**
 * A decimal as an integer of 10^-places, as {@link integerOf} tells it. Most values are small, and big integers cost
 * ten times as much.
 *
 * @returns undefined where a double does not hold it
 */
export function smallIntegerOf(text: DecimalText, places: number): number | undefined {
  return text.length + places <= DIGITS_MAX ? Math.round(Number(text) * 10 ** places) : undefined;
}

/**
 * The quotient of two integers as a ratio, rounded half-even, as {@link quotient} tells it.
 *
 * @param denominator above 0
 * @returns undefined where doubles do not hold what it takes
 */
export function smallQuotient(numerator: number, denominator: number): Ratio | undefined {
  let rest = Math.abs(numerator);
  if (denominator > DENOMINATOR_MAX || rest >= denominator * WHOLE_MAX) return undefined;
  let ratio = 0;
  for (let step = 0; step < 3; step++) {
    if (step > 0) rest *= STEP;
    let digits = Math.floor(rest / denominator);
    // The double next to a quotient can be the integer above it.
    if (digits * denominator > rest) digits -= 1;
    ratio = ratio * STEP + digits;
    rest -= digits * denominator;
  }
  if (2 * rest > denominator || (2 * rest === denominator && ratio % 2 !== 0)) ratio += 1;
  return BigInt(numerator < 0 ? -ratio : ratio);
}
