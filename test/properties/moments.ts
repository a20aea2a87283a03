import type { AsOf } from '@pm/insights';
import type { Instant } from '@pm/kernel';
import fc from 'fast-check';
import { type Step, timesIn } from './goal-history.js';

/** A pick of the times of a history, as a part of all. */
export const part = fc.double({ min: 0, max: 1, noNaN: true });

export function picked(times: readonly Instant[], at: number | null): Instant | undefined {
  return at === null ? undefined : times[Math.min(Math.floor(at * times.length), times.length - 1)];
}

/** Picks of moments to read a history at. */
export const moments = fc.array(fc.tuple(fc.option(part), fc.option(part)), { minLength: 1, maxLength: 4 });

/** Now, and the moments picked. */
export function momentsIn(
  steps: readonly Step[],
  picks: readonly (readonly [number | null, number | null])[],
): AsOf[] {
  const times = timesIn(steps);
  return [
    {},
    ...picks.map(([asOf, known]) => ({ asOf: picked(times, asOf), asKnownAt: picked(times, known) })),
  ];
}
