import { mkdirSync } from 'node:fs';
import type { EventStore, Keys, StoredKeys } from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { MongoConnection, MongoKeys } from '@pm/eventing/mongodb';
import { DataLock, SqliteEventStore, SqliteKeys } from '@pm/eventing/sqlite';
import type { Agenda, Bookmarks, Leases } from '@pm/jobs';
import { MemoryAgenda, MemoryBookmarks, MemoryLeases } from '@pm/jobs/memory';
import { MongoAgenda, MongoBookmarks, MongoLeases } from '@pm/jobs/mongodb';
import { openStateFile, SqliteAgenda, SqliteBookmarks, SqliteLeases } from '@pm/jobs/sqlite';
import type { ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { MongoViewStore } from '@pm/projections/mongodb';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { areShared, fileOf, type StoreAddresses } from './addresses.js';

/** The stores that readers need. */
export interface ReadStores {
  readonly events: EventStore;
  readonly keys: Keys;
  readonly views: ViewStore;
  close(): Promise<void>;
}

/** The stores that a process works with. */
export interface Stores extends ReadStores {
  readonly agenda: Agenda;
  readonly leases: Leases;
  readonly bookmarks: Bookmarks;
  /** Whether other processes write them, too. */
  readonly shared: boolean;
}

/**
 * The stores for a process that writes them. Where any of them is a file of the data directory, no other process may; on
 * servers they are opened whether these can be reached or not, and found again whenever they went away.
 *
 * @throws DataLocked, StoreUnavailable
 */
export function openStores(addresses: StoreAddresses): Stores {
  if (areShared(addresses)) return openBeside(addresses);
  mkdirSync(addresses.directory, { recursive: true });
  const lock = DataLock.acquire(addresses.directory);
  try {
    const stores = openBeside(addresses);
    return {
      ...stores,
      close: async () => {
        await stores.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The stores for another thread of the process that holds the lock. @throws StoreUnavailable */
export function openBeside(addresses: StoreAddresses): Stores {
  const { directory, urls } = addresses;
  const opened = {
    events: urls.events
      ? EsdbEventStore.open(urls.events)
      : SqliteEventStore.open(fileOf(directory, 'events')),
    keys: openKeys(addresses),
    views: openViews(addresses),
  };
  const state = openState(addresses);
  return {
    ...opened,
    ...state,
    shared: areShared(addresses),
    close: () => closeAll([opened.events, opened.views, opened.keys, state]),
  };
}

/** The views to write, from wherever: what a view holds is fenced by its checkpoint. @throws StoreUnavailable */
export const openViews = ({ directory, urls }: StoreAddresses): ViewStore =>
  urls.views ? MongoViewStore.open(urls.views) : SqliteViewStore.open(fileOf(directory, 'views'));

/** @throws StoreUnavailable */
export function openKeys(
  { directory, urls, masterKeys }: StoreAddresses,
  { readonly = false } = {},
): StoredKeys {
  const options = { masterKeys, readonly };
  return urls.keys ? MongoKeys.open(urls.keys, options) : SqliteKeys.open(fileOf(directory, 'keys'), options);
}

/** The stores to read, beside the process that writes them. @throws StoreUnavailable */
export function openReadOnly(addresses: StoreAddresses): ReadStores {
  const { directory, urls } = addresses;
  const readonly = { readonly: true };
  const opened = {
    events: urls.events
      ? EsdbEventStore.open(urls.events)
      : SqliteEventStore.openReadOnly(fileOf(directory, 'events')),
    keys: openKeys(addresses, readonly),
    views: urls.views
      ? MongoViewStore.open(urls.views)
      : SqliteViewStore.open(fileOf(directory, 'views'), readonly),
  };
  return { ...opened, close: () => closeAll([opened.events, opened.views, opened.keys]) };
}

/** Everything in memory: for tests and dry runs. */
export function openMemory(): Stores {
  const opened = { events: new MemoryEventStore(), keys: new MemoryKeys(), views: new MemoryViewStore() };
  return {
    ...opened,
    agenda: new MemoryAgenda(),
    leases: new MemoryLeases(),
    bookmarks: new MemoryBookmarks(),
    shared: false,
    close: () => closeAll(Object.values(opened)),
  };
}

interface Closable {
  close(): Promise<void>;
}

type StateStores = Pick<Stores, 'agenda' | 'leases' | 'bookmarks'>;

function openState({ directory, urls }: StoreAddresses): StateStores & Closable {
  if (urls.state) {
    const connection = MongoConnection.open(urls.state, { durable: true });
    return {
      agenda: new MongoAgenda(connection),
      leases: new MongoLeases(connection),
      bookmarks: new MongoBookmarks(connection),
      close: () => connection.close(),
    };
  }
  const db = openStateFile(fileOf(directory, 'state'));
  return {
    agenda: new SqliteAgenda(db),
    leases: new SqliteLeases(db),
    bookmarks: new SqliteBookmarks(db),
    close: async () => void db.close(),
  };
}

async function closeAll(stores: readonly Closable[]): Promise<void> {
  for (const store of stores) await store.close();
}
