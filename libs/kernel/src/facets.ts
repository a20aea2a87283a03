import type { Instant } from './ids.js';

/** Before every moment: what is stated from here on was true all along. */
export const ALWAYS = '' as Instant;

/** One side of a thing, and from when on it is as it is. */
export interface Facet<Value> {
  readonly from: Instant;
  /** Null where it was taken back. */
  readonly value: Value | null;
  /** The event that states it, `<stream>@<revision>`; only in documents as of a moment. */
  readonly by?: string;
}

/** What a fact states of one side of one document. */
export interface Entry {
  readonly id: string;
  readonly facet: string;
  readonly from: Instant;
  readonly value: unknown;
  readonly by?: string;
}

/** A document whose every side has a date of its own, so that it can be shown as it was true at any moment. */
export type Facets = Readonly<Record<string, Facet<unknown> | undefined>>;

/** Whether a statement says again what stands: that is nothing new. */
export function repeats(known: Facet<unknown> | undefined, { from, value = null }: Entry): boolean {
  if (known?.from !== from) return false;
  return known.value === value || JSON.stringify(known.value) === JSON.stringify(value);
}

/**
 * A document with one more statement. The latest to be true stands, of equals the one recorded later (rule 20): what is
 * recorded late about an earlier time changes the past, not the present.
 */
export function stated<Doc extends object>(doc: Doc | undefined, entry: Entry): Doc {
  const { facet, from, value, by } = entry;
  const known = (doc as Facets | undefined)?.[facet];
  if (known && (known.from > from || repeats(known, entry))) return doc!;
  return { ...doc, [facet]: { from, value, ...(by && { by }) } } as Doc;
}
