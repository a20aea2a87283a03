import { isDuplicate, type MongoConnection, READ_MS_MAX } from '@pm/eventing/mongodb';
import { type LeaseRow, type LeaseTable, WatchedLeases } from '../watched-leases.js';

interface StoredLease extends Omit<LeaseRow, 'name'> {
  readonly _id: string;
}

/** Leases in MongoDB, shared by all who use the database. */
export class MongoLeases extends WatchedLeases {
  constructor(connection: MongoConnection, stopwatchMs?: () => number) {
    super(tableOf(connection), stopwatchMs);
  }
}

function tableOf(connection: MongoConnection): LeaseTable {
  const rows = () => connection.db.collection<StoredLease>('leases');
  return {
    read: (name) =>
      connection.run(async () => {
        const row = await rows().findOne({ _id: name }, { maxTimeMS: READ_MS_MAX });
        if (!row) return undefined;
        const { _id, ...lease } = row;
        return { name: _id, ...lease };
      }),
    replace: (version, { name: _id, ...lease }) =>
      connection.run(async () => {
        if (version > 0) return (await rows().updateOne({ _id, version }, { $set: lease })).matchedCount > 0;
        return isInserted(() => rows().insertOne({ _id, ...lease }));
      }),
  };
}

async function isInserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
