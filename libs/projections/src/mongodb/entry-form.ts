import type { Instant } from '@pm/kernel';
import type { KeptEntry } from '../view-store.js';

/** A statement as MongoDB holds it; its value is JSON. */
export interface EntryRow {
  readonly id: string;
  readonly facet: string;
  readonly from: string;
  readonly position: string;
  readonly by: string;
  readonly value: string;
}

/** Each statement once: what an event states twice of one side, from the same moment on, is what it states last. */
export function toEntryRows(entries: readonly KeptEntry[]): EntryRow[] {
  const rows = new Map<string, EntryRow>();
  for (const { id, facet, from, position, by, value } of entries) {
    const row = { id, facet, from, position, by, value: JSON.stringify(value ?? null) };
    rows.set(JSON.stringify([id, facet, from, position]), row);
  }
  return [...rows.values()];
}

export const toEntry = ({ id, facet, from, position, by, value }: EntryRow): KeptEntry => ({
  id,
  facet,
  from: from as Instant,
  position,
  by,
  value: JSON.parse(value) as unknown,
});
