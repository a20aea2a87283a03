import type { Filter } from 'mongodb';
import { READ_MS_MAX } from '@pm/eventing/mongodb';
import type { Cursor } from '../listing.js';
import type { ListQuery, StoredDocument } from '../view-store.js';
import type { Collections } from './collections.js';
import { type DocumentRow, toDocument } from './document-form.js';

/** Ids asked for at once. */
const IDS_MAX = 10_000;

const SHOWN = { own: 1, sum: 1 } as const;

/** Reads documents. Every value in a filter is a text of ours or is compared as a text, whatever a client sent. */
export class Documents {
  constructor(private readonly collections: Collections) {}

  async load(place: string, ids: readonly string[]): Promise<StoredDocument[]> {
    const rows: DocumentRow[] = [];
    for (let start = 0; start < ids.length; start += IDS_MAX) {
      const some = ids.slice(start, start + IDS_MAX);
      const options = { projection: SHOWN, maxTimeMS: READ_MS_MAX, batchSize: some.length };
      rows.push(
        ...(await this.collections
          .documents(place)
          .find({ _id: { $in: some } }, options)
          .toArray()),
      );
    }
    // What was removed leaves a row without either.
    return rows.filter(({ own, sum }) => own !== undefined || sum !== undefined).map(toDocument);
  }

  /** @returns one document more than the limit, where there are more */
  async list(
    place: string,
    { where = {}, sortBy, limit }: ListQuery,
    cursor: Cursor | undefined,
  ): Promise<StoredDocument[]> {
    const equal = Object.entries(where).map(([field, value]) => ({ [`i.${field}`]: { $eq: value } }));
    const conditions = [{ own: { $exists: true } }, ...equal, ...(cursor ? [behind(cursor, sortBy)] : [])];
    const rows = this.collections
      .documents(place)
      .find({ $and: conditions }, { projection: SHOWN, maxTimeMS: READ_MS_MAX, batchSize: limit + 1 })
      .sort(sortBy ? { [`i.${sortBy}`]: 1, _id: 1 } : { _id: 1 })
      .limit(limit + 1);
    return (await rows.toArray()).map(toDocument);
  }
}

/** What comes after a page. Each of the two ranges is one of the index, in the order of the list. */
function behind({ value, id }: Cursor, sortBy: string | undefined): Filter<DocumentRow> {
  if (!sortBy) return { _id: { $gt: id } };
  const field = `i.${sortBy}`;
  return { $or: [{ [field]: { $eq: value }, _id: { $gt: id } }, { [field]: { $gt: value } }] };
}
