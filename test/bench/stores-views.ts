import { type AnyBulkWriteOperation, MongoClient } from 'mongodb';
import { newId, type StoredEvent } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';
import { MongoViewStore } from '@pm/projections/mongodb';
import { mongoDatabase } from '../support/mongo-database.js';
import { compared, type Row, type Side } from './measured.js';
import type { EsdbLog } from './stores-events.js';
import { projectorOf } from './views.js';

const BATCH_EVENTS = 1000;

/** A log and how many events it holds. */
type Log = Pick<EsdbLog, 'store' | 'events'>;

/** As our documents are stored. */
interface BareDocument {
  readonly _id: string;
  readonly own: string;
  readonly i: object;
  readonly _p: string;
  readonly _r: number;
}

/** As long as a position is. */
const POSITION = `${newId()}.${'0'.repeat(16)}`;

/** The raw limit: the same documents written by the driver, with nothing checked and nothing promised. */
class BareDocuments {
  private readonly database;
  private readonly client: MongoClient;

  constructor(
    server: string,
    private readonly inTransactions: boolean,
  ) {
    this.database = mongoDatabase(server);
    this.client = new MongoClient(this.database.url, { writeConcern: { w: 'majority' } });
  }

  async connect(): Promise<void> {
    await this.client.db().createCollection('documents');
  }

  async upsert(events: Iterable<{ readonly data: object }>): Promise<void> {
    const writes: AnyBulkWriteOperation<BareDocument>[] = [...events].map(({ data }) => {
      const { kpiId, period, value } = data as { kpiId: string; period: string; value: string };
      const own = JSON.stringify({ period, value, times: 1 });
      const replacement = { own, i: {}, _p: POSITION, _r: 1 };
      return { replaceOne: { filter: { _id: kpiId }, replacement, upsert: true } };
    });
    const documents = this.client.db().collection<BareDocument>('documents');
    if (!this.inTransactions) await documents.bulkWrite(writes, { ordered: false });
    else
      await this.client.withSession((session) =>
        session.withTransaction(() => documents.bulkWrite(writes, { ordered: false, session })),
      );
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.database.remove();
  }
}

/** Live: every thousand events are committed before the next are read. The log is in memory. */
export async function updateRow(
  server: string,
  inTransactions: boolean,
  all: readonly StoredEvent[],
): Promise<Row> {
  const log = await inMemory(all);
  const batches = Array.from({ length: all.length / BATCH_EVENTS }, (_, batch) =>
    all.slice(batch * BATCH_EVENTS, (batch + 1) * BATCH_EVENTS),
  );
  const how = inTransactions ? 'in a transaction' : 'redo journal';
  const limit = `bare bulkWrite${inTransactions ? ' in a transaction' : ''}, ${BATCH_EVENTS} at a time`;
  return compared(
    { name: `view update, ${how}`, limit, budget: inTransactions ? 0.6 : 0.4 },
    {
      raw: async () => {
        const documents = new BareDocuments(server, inTransactions);
        await documents.connect();
        const run = async () => {
          for (const batch of batches) await documents.upsert(batch);
          return all.length;
        };
        return { run, close: () => documents.close() };
      },
      ours: () => projecting(server, log, { pageEvents: BATCH_EVENTS, batchDocuments: 1 }),
    },
  );
}

/** From EventStoreDB to MongoDB: folded in memory, each document written once. */
export function rebuildRow(server: string, log: EsdbLog): Promise<Row> {
  return compared(
    { name: 'rebuild of a plain view', limit: 'both bare drivers', budget: 0.6 },
    {
      raw: async () => {
        const documents = new BareDocuments(server, false);
        await documents.connect();
        const run = async () => {
          const latest = new Map<string, { data: object }>();
          await log.readBare((data) =>
            latest.set((data as { kpiId: string }).kpiId, { data: data as object }),
          );
          await documents.upsert(latest.values());
          return log.events;
        };
        return { run, close: () => documents.close() };
      },
      ours: () => projecting(server, log),
    },
  );
}

async function projecting(
  server: string,
  { store, events }: Log,
  pace?: Parameters<typeof projectorOf>[2],
): Promise<Side> {
  const database = mongoDatabase(server);
  const views = MongoViewStore.open(database.url);
  await views.generations();
  const projector = projectorOf(store, views, pace);
  return {
    run: async () => (await projector.catchUp(), events),
    close: async () => {
      await views.close();
      await database.remove();
    },
  };
}

async function inMemory(all: readonly StoredEvent[]): Promise<Log> {
  const store = new MemoryEventStore();
  for (const event of all)
    await store.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [event]);
  return { store, events: all.length };
}
