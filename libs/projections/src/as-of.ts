import type { Event, Recorded, View } from '@pm/kernel';
import { listed } from './listing.js';
import type { DocumentPage, ListQuery, StoredDocument } from './view-store.js';

/** What a view would hold had it seen these events and no others; without sums, see {@link rolledUp}. */
export function documentsOf<Doc extends object, E extends Event, Sum extends object>(
  view: View<Doc, E, Sum>,
  events: readonly Recorded<E>[],
): Map<string, StoredDocument<Doc, Sum>> {
  const documents = new Map<string, StoredDocument<Doc, Sum>>();
  const read = (id: string) => documents.get(id)?.own;
  for (const event of events) {
    for (const id of [view.key(event) ?? []].flat()) {
      const own = view.evolve(read(id), event, { id, read });
      if (own) documents.set(id, { id, own });
      else documents.delete(id);
    }
  }
  return documents;
}

/** A page of documents in memory; the same pages and cursors as of a stored view. @throws NotIndexed, BadCursor */
export function listedOf<Doc extends object, E extends Event, Sum extends object>(
  view: View<Doc, E, Sum>,
  documents: ReadonlyMap<string, StoredDocument<Doc, Sum>>,
  query: ListQuery,
): DocumentPage<Doc, Sum> {
  const generation = { view: view.name, revision: view.revision, indexes: view.indexes ?? [] };
  return listed(documents.values(), generation, query) as DocumentPage<Doc, Sum>;
}
