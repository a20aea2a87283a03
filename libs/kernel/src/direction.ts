import { compare, compareWithMean, type DecimalText } from './quantity.js';

/** Which way is better. Declared, never guessed from the numbers (rule 5). */
export const DIRECTIONS = ['increase', 'decrease', 'maintain-at-least', 'maintain-at-most'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const wantsMore = (direction: Direction): boolean =>
  direction === 'increase' || direction === 'maintain-at-least';

/** At the reference or beyond it in the wanted direction. Exactly on it counts. */
export function atLeastAsGood(direction: Direction, value: DecimalText, reference: DecimalText): boolean {
  const difference = compare(value, reference);
  return wantsMore(direction) ? difference >= 0 : difference <= 0;
}

/** As {@link atLeastAsGood}, against the exact mean of at least one other value. */
export function atLeastAsGoodAsMean(
  direction: Direction,
  value: DecimalText,
  others: readonly DecimalText[],
): boolean {
  const difference = compareWithMean(value, others);
  return wantsMore(direction) ? difference >= 0 : difference <= 0;
}
