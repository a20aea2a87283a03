import type { Filter, Sort } from 'mongodb';
import { READ_MS_MAX } from '@pm/eventing/mongodb';
import { boundsOf, type KeptEntry, type Moment, type StoredDocument } from '../view-store.js';
import type { Collections } from './collections.js';
import { type EntryRow, toEntry } from './entry-form.js';

const SHOWN = { _id: 0 } as const;
const BATCH_ROWS = 10_000;

/** Reads statements, in the order of an index, and adds up here what they come to. */
export class Entries {
  constructor(private readonly collections: Collections) {}

  async asOf(place: string, moment: Moment, ids: readonly string[] | undefined): Promise<StoredDocument[]> {
    const filter = { ...(ids && { id: { $in: ids } }), ...within(moment) };
    // Of one side the latest come last, of equals the one recorded later.
    const order = { id: 1, facet: 1, from: 1, position: 1 } as const;
    const documents = new Map<string, Map<string, EntryRow>>();
    for await (const row of this.find(place, filter, order)) {
      let standing = documents.get(row.id);
      if (!standing) documents.set(row.id, (standing = new Map()));
      standing.set(row.facet, row);
    }
    return [...documents].map(([id, standing]) => ({ id, own: toSides(standing) }));
  }

  async between(place: string, earlier: Moment, later: Moment): Promise<KeptEntry[]> {
    const { knownAt, validAt } = boundsOf(earlier);
    const since = [{ position: { $gt: knownAt } }, { from: { $gt: validAt } }];
    // What was known before cannot have become true since: the index leads to what was learned since.
    const filter =
      earlier.validAt === undefined
        ? { $and: [since[0]!, within(later)] }
        : { $and: [{ $or: since }, within(later)] };
    const rows = this.find(place, filter, { position: 1, id: 1, facet: 1 });
    return (await rows.toArray()).map(toEntry);
  }

  async positionAfter(place: string, after = '', statements: number): Promise<string | undefined> {
    const rows = this.find(place, { position: { $gt: after } }, { position: 1 });
    const [row] = await rows
      .skip(statements - 1)
      .limit(1)
      .toArray();
    return row?.position;
  }

  private find(place: string, filter: Filter<EntryRow>, order: Sort) {
    const options = { projection: SHOWN, maxTimeMS: READ_MS_MAX, batchSize: BATCH_ROWS };
    return this.collections.entries(place).find(filter, options).sort(order);
  }
}

/** What was known and true by a moment. */
function within(moment: Moment): Filter<EntryRow> {
  const { knownAt, validAt } = boundsOf(moment);
  return { position: { $lte: knownAt }, from: { $lte: validAt } };
}

const toSides = (standing: ReadonlyMap<string, EntryRow>): object =>
  Object.fromEntries(
    [...standing].map(([facet, { from, value, by }]) => [
      facet,
      { from, value: JSON.parse(value) as unknown, by },
    ]),
  );
