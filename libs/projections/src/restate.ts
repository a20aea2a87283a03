import type { Entry, Event, View } from '@pm/kernel';
import { Batch } from './batch.js';
import { settle } from './settle.js';
import type { StoredDocument } from './view-store.js';

/** Whatever is not among the documents does not exist. */
const NOTHING_ELSE = { load: async () => [] };

/** A document before and after a step; without own and sum where there was none. */
export interface Restated<Doc, Sum> {
  readonly before: StoredDocument<Doc, Sum>;
  readonly after: StoredDocument<Doc, Sum>;
}

/**
 * Lets statements be true of documents in memory, sums included: one step of a replay.
 *
 * @param documents changed in place
 * @returns the documents that changed, as they were and as they are
 */
export async function restate<Doc extends object, E extends Event, Sum extends object>(
  view: View<Doc, E, Sum>,
  documents: Map<string, StoredDocument<Doc, Sum>>,
  entries: readonly Entry[],
): Promise<readonly Restated<Doc, Sum>[]> {
  const generation = { view: view.name, revision: view.revision, indexes: [] };
  const batch = new Batch<Doc, E, Sum>(view, NOTHING_ELSE, generation, documents);
  await batch.state(entries);
  if (view.rollup) await settle(view.rollup, batch);
  const changed = batch.changed().map((after) => ({ before: batch.was(after.id), after }));
  for (const { after } of changed) documents.set(after.id, after);
  return changed;
}
