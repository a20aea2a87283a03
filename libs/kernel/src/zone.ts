import type { DecimalText } from './decimal-text.js';
import type { Measure } from './measure.js';
import { compare, compareMeans, exactly, type Mean } from './quantity.js';
import { FULL, type Ratio } from './ratio.js';

/** Where a value lies on an ordinal scale, worst first. */
export const ZONES = ['fail', 'commit', 'target', 'stretch'] as const;
export type Zone = (typeof ZONES)[number];

/** Where a measure's zones begin. */
export type Thresholds = Required<Pick<Measure, 'commit' | 'target' | 'stretch'>>;

/** What a zone is worth where a number is needed (rule 7), in tenths of the whole. */
const TENTHS: Readonly<Record<Zone, bigint>> = { fail: 0n, commit: 3n, target: 7n, stretch: 10n };

/**
 * The zone of a value. Who selects the zone at a check-in, rather than measure anything, has thresholds of 0.3, 0.7 and
 * 1 and gives the number of the zone.
 */
export function zoneOf({ commit, target, stretch }: Thresholds, value: Mean): Zone {
  const upwards = compare(stretch, commit) > 0;
  const isReached = (threshold: DecimalText) => {
    const difference = compareMeans(value, exactly(threshold));
    return upwards ? difference >= 0 : difference <= 0;
  };
  const reached = [commit, target, stretch].findIndex((threshold) => !isReached(threshold));
  return ZONES.at(reached)!;
}

/** Rule 7: 0, 0.3, 0.7 and 1. */
export const zoneProgress = (zone: Zone): Ratio => (TENTHS[zone] * FULL) / 10n;

/** The thresholds of a measure by zones; undefined for any other. */
export function thresholdsOf({ direction, commit, target, stretch }: Measure): Thresholds | undefined {
  if (direction !== 'ordinal' || commit === undefined || stretch === undefined) return undefined;
  return { commit, target, stretch };
}
