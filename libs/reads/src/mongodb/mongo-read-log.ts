import { madeOnce, type MongoConnection, READ_MS_MAX, writeUnlessThere } from '@pm/eventing/mongodb';
import type { Instant } from '@pm/kernel';
import type { Collection, Filter } from 'mongodb';
import { checkQuery, checkRead, pageOf, type Place } from '../paging.js';
import type { Read } from '../read.js';
import { ReadLog, type ReadsPage, type ReadsQuery, type ReadsWanted } from '../read-log.js';

/** Instants are text whose order is time order. What is absent of a read is absent here. */
type ReadRow = Omit<Read, 'id'> & { readonly _id: string };

/** The read log in MongoDB, for any number of processes. The server gathers what they write into one sync. */
export class MongoReadLog extends ReadLog {
  private readonly indexed: () => Promise<void>;

  constructor(private readonly connection: MongoConnection) {
    super();
    this.indexed = madeOnce(() =>
      this.rows.createIndexes(
        [[], ['subjects'], ['reader'], ['recordId']].map((fields) => ({
          key: Object.fromEntries([...fields, 'at', '_id'].map((field) => [field, 1] as const)),
        })),
      ),
    );
  }

  async record(read: Read): Promise<void> {
    checkRead(read);
    await this.connection.run(async () => {
      await this.indexed();
      await writeUnlessThere(() => this.rows.insertOne(rowOf(read)));
    });
  }

  async list({ limit, ...query }: ReadsQuery): Promise<ReadsPage> {
    const filter = filterOf(query, checkQuery({ limit, ...query }));
    const rows = await this.connection.run(() =>
      this.rows
        .find(filter, { maxTimeMS: READ_MS_MAX })
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .toArray(),
    );
    return pageOf(rows.map(toRead), limit);
  }

  async dropBefore(moment: Instant): Promise<number> {
    const dropped = await this.connection.run(() => this.rows.deleteMany({ at: { $lt: moment } }));
    return dropped.deletedCount;
  }

  private get rows(): Collection<ReadRow> {
    return this.connection.db.collection('reads');
  }
}

const toRead = ({ _id: id, ...read }: ReadRow): Read => ({ id, ...read });

function rowOf({ id: _id, onBehalfOf, recordId, asOf, asKnownAt, ...read }: Read): ReadRow {
  return {
    _id,
    ...read,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(recordId !== undefined && { recordId }),
    ...(asOf !== undefined && { asOf }),
    ...(asKnownAt !== undefined && { asKnownAt }),
  };
}

function filterOf(
  { subject, reader, recordId, since, until }: ReadsWanted,
  end: Place | undefined,
): Filter<ReadRow> {
  const terms: object[] = [
    ...(subject === undefined ? [] : [{ subjects: subject }]),
    ...(reader === undefined ? [] : [{ reader }]),
    ...(recordId === undefined ? [] : [{ recordId }]),
    ...(since === undefined ? [] : [{ at: { $gt: since } }]),
    ...(until === undefined ? [] : [{ at: { $lte: until } }]),
    ...(end === undefined ? [] : [{ $or: [{ at: { $lt: end.at } }, { at: end.at, _id: { $lt: end.id } }] }]),
  ];
  return terms.length > 0 ? { $and: terms } : {};
}
