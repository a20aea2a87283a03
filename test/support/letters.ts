import type { Work } from '@pm/jobs';
import type { Instant } from '@pm/kernel';

/** A time of one day, in UTC. */
export const at = (time: string): Instant => `2026-03-03T${time}:00.000Z` as Instant;

export const AT_NOON = at('12:00');

/** The kind of work that tests do. */
export const LETTERS: readonly string[] = ['send-letter'];

export const letter = (id: string, time = '11:00'): Work => ({
  id,
  kind: 'send-letter',
  dueAt: at(time),
  payload: { to: 'ada' },
});
