import type { Event, Recorded, View } from '@pm/kernel';
import { checkList, pageOf } from './listing.js';
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

/** A page of documents in memory, by id; the same pages and cursors as of a stored view. @throws NotIndexed, BadCursor */
export function listedById<Doc extends object, E extends Event, Sum extends object>(
  view: View<Doc, E, Sum>,
  documents: ReadonlyMap<string, StoredDocument<Doc, Sum>>,
  query: Omit<ListQuery, 'sortBy'>,
): DocumentPage<Doc, Sum> {
  const generation = { view: view.name, revision: view.revision, indexes: view.indexes ?? [] };
  const cursor = checkList(generation, query);
  const where = Object.entries(query.where ?? {});
  const matching = [...documents.values()]
    .filter(({ own }) =>
      where.every(([field, value]) => (own as Record<string, unknown> | undefined)?.[field] === value),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => !cursor || id > cursor.id);
  return pageOf(matching.slice(0, query.limit + 1), query) as DocumentPage<Doc, Sum>;
}
