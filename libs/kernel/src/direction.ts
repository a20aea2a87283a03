import { compareMeans, exactly, type DecimalText, type Mean } from './quantity.js';

/** Which way is better. Declared, never guessed from the numbers (rule 5). */
export const DIRECTIONS = ['increase', 'decrease', 'maintain-at-least', 'maintain-at-most'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whether more is better. */
export const wantsMore = (direction: Direction): boolean =>
  direction === 'increase' || direction === 'maintain-at-least';

/** At the reference or beyond it in the wanted direction. Exactly on it counts. */
export function atLeastAsGood(direction: Direction, value: DecimalText, reference: DecimalText): boolean {
  return isMeanAtLeastAsGood(direction, exactly(value), exactly(reference));
}

/** As {@link atLeastAsGood}, of means as they are before any rounding. */
export function isMeanAtLeastAsGood(direction: Direction, value: Mean, reference: Mean): boolean {
  const difference = compareMeans(value, reference);
  return wantsMore(direction) ? difference >= 0 : difference <= 0;
}
