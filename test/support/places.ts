import { inDirectory, openMemory, openStores, type StoreAddresses, type Stores } from '@pm/assembly';
import { ownLog } from '../contracts/own-log.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { engines } from './engines.js';
import { mongoDatabase } from './mongo-database.js';

/** Where a server keeps its data; `remove` leaves nothing behind. */
export interface Place {
  readonly stores: Stores;
  remove(): Promise<void>;
}

export const inMemory = (): Place => ({ stores: openMemory(), remove: async () => {} });

/** Stores of its own: on servers as far as they are given, else in files. */
async function placeOn({
  eventStoreDb,
  mongoDb,
}: {
  eventStoreDb?: string;
  mongoDb?: string;
}): Promise<Place> {
  const { path, remove } = temporaryDirectory();
  const database = mongoDb === undefined ? undefined : mongoDatabase(mongoDb);
  const addresses: StoreAddresses = {
    ...inDirectory(path),
    urls: {
      ...(eventStoreDb && { events: ownLog(eventStoreDb) }),
      ...(database && { views: database.url, keys: database.url, state: database.url }),
    },
  };
  return {
    stores: await openStores(addresses),
    remove: async () => {
      await database?.remove();
      remove();
    },
  };
}

const { eventStoreDb, mongoDb } = engines;

/** How a journey says where it leads, and what opens stores there. */
type Opening = [string, () => Place | Promise<Place>];

/** Every kind of stores that a journey must lead through alike; servers where they are named. */
export const PLACES: Opening[] = [['in memory', inMemory], ['on SQLite', () => placeOn({})], ...pairs()];

function pairs(): Opening[] {
  const found: Opening[] = [];
  if (eventStoreDb) found.push(['on EventStoreDB and SQLite', () => placeOn({ eventStoreDb })]);
  if (mongoDb) found.push(['on SQLite and MongoDB', () => placeOn({ mongoDb })]);
  if (eventStoreDb && mongoDb)
    found.push(['on EventStoreDB and MongoDB', () => placeOn({ eventStoreDb, mongoDb })]);
  return found;
}
