import type { DecimalText } from './decimal-text.js';
import { compareMeans, exactly, type Mean, outside } from './quantity.js';

/**
 * Which way is better. Declared, never guessed from the numbers (rule 5). To stay within a `range`, to reach a
 * `milestone` (1) or not (0), to come into a zone of an `ordinal` scale.
 */
export const DIRECTIONS = [
  'increase',
  'decrease',
  'maintain-at-least',
  'maintain-at-most',
  'range',
  'milestone',
  'ordinal',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Of a KPI: in which zone its value lies is for the goal that it measures to say. */
export type KpiDirection = Exclude<Direction, 'ordinal'>;
export const KPI_DIRECTIONS = DIRECTIONS.filter(
  (direction): direction is KpiDirection => direction !== 'ordinal',
);

/** Of a KPI for which any value is one to compare with. */
export const PLAIN_DIRECTIONS = ['increase', 'decrease', 'maintain-at-least', 'maintain-at-most'] as const;

/** What is wanted: a value, or, of a range, everything from it up to an upper bound; both bounds count. */
export interface Target {
  readonly value: DecimalText;
  readonly upper?: DecimalText;
}

/** At the target or beyond it in the wanted direction, or within the range. Exactly on it counts. */
export function isOnTarget(direction: KpiDirection, value: Mean, target: Target): boolean {
  if (direction === 'range') return compareMeans(distanceFrom(target, value), NOTHING) === 0;
  return isBeyond(direction, value, exactly(target.value));
}

/**
 * At least as good as another value, before any rounding. Of a range, what lies nearer to it is better, within it all is
 * as good, and both are held against the range that is wanted now.
 *
 * @returns undefined for a range that nobody has set
 */
export function isAtLeastAsGood(
  direction: KpiDirection,
  value: Mean,
  reference: Mean,
  target?: Target,
): boolean | undefined {
  if (direction !== 'range') return isBeyond(direction, value, reference);
  return target && compareMeans(distanceFrom(target, value), distanceFrom(target, reference)) <= 0;
}

/** Whether less is better; of a milestone, reached is better than not. */
const wantsLess = (direction: KpiDirection): boolean =>
  direction === 'decrease' || direction === 'maintain-at-most';

function isBeyond(direction: KpiDirection, value: Mean, reference: Mean): boolean {
  const difference = compareMeans(value, reference);
  return wantsLess(direction) ? difference <= 0 : difference >= 0;
}

/** Of a range without an upper bound, as one set before the KPI had it as its direction, only the value itself is wanted. */
const distanceFrom = ({ value: lower, upper = lower }: Target, value: Mean): Mean =>
  outside(value, lower, upper);

const NOTHING = exactly('0' as DecimalText);
