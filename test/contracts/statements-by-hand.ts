import type { Instant } from '@pm/kernel';
import type { KeptEntry, Moment, StoredDocument } from '@pm/projections';

export const day = (date: number): Instant =>
  `2026-03-${String(date).padStart(2, '0')}T00:00:00.000Z` as Instant;
export const place = (position: number): string => `p${String(position).padStart(4, '0')}`;

/** A statement at a place of the log: what a side of a document is from a day of March on. */
export function said(
  position: number,
  [id, facet]: readonly [string, string],
  from: number | Instant,
  value: unknown,
) {
  const since = typeof from === 'number' ? day(from) : from;
  return { id, facet, from: since, value, position: place(position), by: `goal-${id}@${position}` };
}

/** What a store must give, in the fewest words. */
const isWithin = (entry: KeptEntry, { knownAt, validAt }: Moment): boolean =>
  (knownAt === undefined || entry.position <= knownAt) && (validAt === undefined || entry.from <= validAt);

export function expectedAsOf(
  entries: readonly KeptEntry[],
  moment: Moment,
  ids?: readonly string[],
): StoredDocument[] {
  const known = entries.filter((entry) => isWithin(entry, moment) && (ids?.includes(entry.id) ?? true));
  const standing = known
    .toSorted((a, b) => compare([a.from, a.position], [b.from, b.position]))
    .map(({ id, facet, from, value, by }) => ({ id, own: { [facet]: { from, value, by } } }));
  const documents = Map.groupBy(standing, ({ id }) => id);
  return [...documents].map(([id, parts]) => ({
    id,
    own: Object.fromEntries(parts.flatMap(({ own }) => Object.entries(own))),
  }));
}

export function expectedBetween(entries: readonly KeptEntry[], earlier: Moment, later: Moment): KeptEntry[] {
  return entries
    .filter((entry) => isWithin(entry, later) && !isWithin(entry, earlier))
    .toSorted((a, b) => compare([a.position, a.id, a.facet], [b.position, b.id, b.facet]));
}

/** By bytes of UTF-8, one after the other. */
export function compare(a: readonly string[], b: readonly string[]): number {
  const differences = a.map((text, index) => Buffer.compare(Buffer.from(text), Buffer.from(b[index]!)));
  return differences.find((difference) => difference !== 0) ?? 0;
}
