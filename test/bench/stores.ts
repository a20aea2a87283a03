import { MongoClient } from 'mongodb';
import type { Row } from './measured.js';
import { measurementEvents } from './samples.js';
import { appendRows, catchUpRow, EsdbLog } from './stores-events.js';
import { rebuildRow, updateRow } from './stores-views.js';

const EVENTS = 20_000;
const KPIS = 2000;

/** What the stores on servers reach beside their bare drivers; says what is left out. */
export async function storeRows(say: (line: string) => void): Promise<Row[]> {
  const { EVENTSTOREDB_URL: eventStoreDb, MONGODB_URL: mongoDb } = process.env;
  const rows: Row[] = [];
  const all = measurementEvents(EVENTS, KPIS);
  if (mongoDb) rows.push(await updateRow(mongoDb, await isReplicaSet(mongoDb, say), all));
  else say('not run: views in MongoDB, for MONGODB_URL is not set');
  if (eventStoreDb) {
    const log = await EsdbLog.of(eventStoreDb, all);
    rows.unshift(await catchUpRow(log));
    if (mongoDb) rows.push(await rebuildRow(mongoDb, log));
    rows.unshift(...(await appendRows(eventStoreDb)));
    await log.close();
  } else say('not run: the log in EventStoreDB and rebuilds from it, for EVENTSTOREDB_URL is not set');
  return rows;
}

async function isReplicaSet(url: string, say: (line: string) => void): Promise<boolean> {
  const client = new MongoClient(url);
  try {
    const { setName } = await client.db('admin').command({ hello: 1 });
    if (setName === undefined)
      say('not run: view updates in transactions, for MONGODB_URL names no replica set');
    return setName !== undefined;
  } finally {
    await client.close();
  }
}
