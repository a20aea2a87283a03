import { FULL, type Ratio } from '@pm/kernel';

/** Progress from 0 to 1 in 10^-12, with zeros in front: texts of one length are in the order of their numbers. */
const DIGITS = FULL.toString().length;

/**
 * What one goal brings. What several bring is one text, ascending: the least and the most of them cannot be kept by
 * difference, for who takes one back must know the next. 13 bytes each, found by halving, so that a thousand goals below
 * one cost little.
 *
 * @param progress clamped
 */
export const spreadOf = (progress: Ratio): string => progress.toString().padStart(DIGITS, '0');

/** With what one more goal brings. */
export function spreadWith(spread: string | undefined = '', one: string): string {
  const place = placeOf(spread, one);
  return spread.slice(0, place) + one + spread.slice(place);
}

/** Without what one of the goals brought. */
export function spreadWithout(spread: string | undefined = '', one: string): string | undefined {
  const place = placeOf(spread, one);
  return spread.slice(0, place) + spread.slice(place + DIGITS) || undefined;
}

/** Every spread holds at least one. */
export const leastOf = (spread: string): Ratio => BigInt(spread.slice(0, DIGITS));
export const mostOf = (spread: string): Ratio => BigInt(spread.slice(-DIGITS));

/** Where a text stands, or would. */
function placeOf(spread: string, one: string): number {
  let [from, to] = [0, spread.length / DIGITS];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (spread.slice(middle * DIGITS, (middle + 1) * DIGITS) < one) from = middle + 1;
    else to = middle;
  }
  return from * DIGITS;
}
