import { type DecimalText, decimalsOf, integerOf } from './decimal-text.js';
import { isOnTarget } from './direction.js';
import type { LocalDate } from './ids.js';
import type { Measure } from './measure.js';
import type { Mean } from './quantity.js';
import { clamped, FULL, quotient, type Ratio, ratioOf } from './ratio.js';
import { smallIntegerOf, smallQuotient } from './small-ratio.js';
import { daysBetween } from './time.js';
import { thresholdsOf, zoneOf, zoneProgress, ZONES } from './zone.js';

/**
 * Rules 1 and 2: p = (v − b)/(t − b), one formula for both directions, raw: below 0 it regressed, above 1 it
 * over-achieved. Where baseline and target are equal, or a value is to be kept or reached or not, it is 1 while the
 * comparison holds and 0 while it does not; never 0.5, NaN or infinite. On an ordinal scale it is what the zone is worth.
 *
 * @returns undefined without a baseline that it takes
 */
export function progressOf(measure: Measure, value: Mean): Ratio | undefined {
  const { baseline, target, direction } = measure;
  if (direction === 'ordinal') return zoneProgress(zoneOf(thresholdsOf(measure)!, value));
  if (direction !== 'increase' && direction !== 'decrease') return metAsRatio(measure, value);
  if (baseline === undefined) return undefined;
  const { total, count } = value;
  const places = Math.max(decimalsOf(baseline), decimalsOf(target), decimalsOf(total));
  const small = count === 1 ? smallProgress(baseline, target, total, places) : undefined;
  if (small !== undefined) return small;
  const [b, t, v] = [integerOf(baseline, places), integerOf(target, places), integerOf(total, places)];
  if (b === t) return metAsRatio(measure, value);
  const times = (each: bigint): bigint => (count === 1 ? each : each * BigInt(count));
  return t > b ? quotient(v - times(b), times(t - b)) : quotient(times(b) - v, times(b - t));
}

/** @returns undefined where the numbers are not small, or baseline and target are equal */
function smallProgress(
  baseline: DecimalText,
  target: DecimalText,
  value: DecimalText,
  places: number,
): Ratio | undefined {
  const b = smallIntegerOf(baseline, places);
  const t = smallIntegerOf(target, places);
  const v = smallIntegerOf(value, places);
  if (b === undefined || t === undefined || v === undefined || b === t) return undefined;
  return t > b ? smallQuotient(v - b, t - b) : smallQuotient(b - v, b - t);
}

/** Exactly on the target counts; of an ordinal scale, where its zone begins. */
export function isMet(measure: Measure, value: Mean): boolean {
  const { direction, target, upper } = measure;
  if (direction === 'ordinal')
    return ZONES.indexOf(zoneOf(thresholdsOf(measure)!, value)) >= ZONES.indexOf('target');
  return isOnTarget(direction, value, { value: target, upper });
}

const metAsRatio = (measure: Measure, value: Mean): Ratio => (isMet(measure, value) ? FULL : 0n);

/**
 * Share of time elapsed: 0 at the start of the first day, 1 at the end of the last.
 *
 * @param today the last day that counts as gone by
 */
export function expectedProgress(start: LocalDate, end: LocalDate, today: LocalDate): Ratio {
  const [gone, all] = [daysBetween(start, today) + 1, daysBetween(start, end) + 1];
  return clamped(quotient(BigInt(gone), BigInt(Math.max(all, 1))));
}

export type Status = 'on-track' | 'at-risk' | 'off-track' | 'no-data' | 'no-dates';

/** How status follows from progress and elapsed time. Data with a version: old statuses keep theirs (rule 16). */
export interface StatusPolicy {
  readonly id: string;
  readonly version: number;
  /** Least share of the expected progress. */
  readonly onTrack: DecimalText;
  readonly atRisk: DecimalText;
}

export const DEFAULT_STATUS_POLICY: StatusPolicy = {
  id: 'share-of-elapsed-time',
  version: 1,
  onTrack: '0.9' as DecimalText,
  atRisk: '0.7' as DecimalText,
};

/**
 * 10^-10. Progress and expected share were each rounded to 12 decimals, once a node: 0.6 after 20 of 30 days is exactly
 * 0.9 of 2/3, and 0.9 of 0.666666666667 is a little more. What lies this close to a threshold lies on it.
 */
export const ROUNDED_AWAY: Ratio = 100n;

/**
 * Rule 13: computed, never declared. A value exactly on a threshold has the better status.
 *
 * @returns tells it of any number of goals of which the same is expected
 */
export function statusAt(expected: Ratio, policy = DEFAULT_STATUS_POLICY): (progress: Ratio) => Status {
  const [onTrack, atRisk] = [leastFor(policy.onTrack, expected), leastFor(policy.atRisk, expected)];
  return (progress) => {
    const reached = clamped(progress);
    if (reached >= onTrack) return 'on-track';
    return reached >= atRisk ? 'at-risk' : 'off-track';
  };
}

/** The least progress that reaches a share of what is expected. */
function leastFor(threshold: DecimalText, expected: Ratio): Ratio {
  const share = ratioOf(threshold) * expected - ROUNDED_AWAY * FULL;
  return share <= 0n ? 0n : (share + FULL - 1n) / FULL;
}
