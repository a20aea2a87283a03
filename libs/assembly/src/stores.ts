import type { EventStore, Keys, StoredKeys } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { DataLock, SqliteEventStore, SqliteKeys } from '@pm/eventing/sqlite';
import type { Agenda, Bookmarks, Leases } from '@pm/jobs';
import { MemoryAgenda, MemoryBookmarks, MemoryLeases } from '@pm/jobs/memory';
import { openStateFile, SqliteAgenda, SqliteBookmarks, SqliteLeases } from '@pm/jobs/sqlite';
import type { ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { SqliteViewStore } from '@pm/projections/sqlite';
import type { ReadLog } from '@pm/reads';
import { MemoryReadLog } from '@pm/reads/memory';
import { SqliteReadLog } from '@pm/reads/sqlite';
import { areShared, fileOf, type StoreAddresses } from './addresses.js';
import { makeDataDirectory } from './data-directory.js';

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
  readonly reads: ReadLog;
  /** Whether other processes write them, too. */
  readonly shared: boolean;
}

/** Drivers of servers take time and memory: they are loaded where a server is named. */
export const onServers = () => import('./stores-on-servers.js');

/**
 * The stores for a process that writes them. Where any of them is a file of the data directory, no other process may; on
 * servers they are opened whether these can be reached or not, and found again whenever they went away.
 *
 * @throws DataLocked, StoreUnavailable
 */
export async function openStores(addresses: StoreAddresses): Promise<Stores> {
  if (areShared(addresses)) return openAll(addresses);
  makeDataDirectory(addresses.directory);
  const lock = DataLock.acquire(addresses.directory);
  try {
    const stores = await openAll(addresses);
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

/** The stores for another thread of the process that holds the lock, which alone appends. @throws StoreUnavailable */
export const openBeside = (addresses: StoreAddresses): Promise<Stores> =>
  openAll(addresses, { appends: false });

/** The views to write, from wherever: what a view holds is fenced by its checkpoint. @throws StoreUnavailable */
export async function openViews(
  { directory, urls }: StoreAddresses,
  { readonly = false } = {},
): Promise<ViewStore> {
  if (urls.views) return (await onServers()).viewsAt(urls.views);
  return SqliteViewStore.open(fileOf(directory, 'views'), { readonly });
}

/** @throws StoreUnavailable */
export async function openKeys(
  { directory, urls, masterKeys }: StoreAddresses,
  { readonly = false } = {},
): Promise<StoredKeys> {
  const options = { masterKeys, readonly };
  if (urls.keys) return (await onServers()).keysAt(urls.keys, options);
  return SqliteKeys.open(fileOf(directory, 'keys'), options);
}

/** The stores to read, beside the process that writes them. @throws StoreUnavailable */
export async function openReadOnly(addresses: StoreAddresses): Promise<ReadStores> {
  const readonly = { readonly: true };
  const opened = {
    events: await openEvents(addresses, readonly),
    keys: await openKeys(addresses, readonly),
    views: await openViews(addresses, readonly),
  };
  return { ...opened, close: () => closeAll([opened.events, opened.views, opened.keys]) };
}

/** Who was shown what, to look it up beside the process that records it. @throws StoreUnavailable */
export async function openReadLog({
  directory,
  urls,
}: StoreAddresses): Promise<Closable & { readonly reads: ReadLog }> {
  if (urls.state) return (await onServers()).stateAt(urls.state);
  const db = openStateFile(fileOf(directory, 'state'), { readonly: true });
  return { reads: new SqliteReadLog(db), close: async () => void db.close() };
}

/** Everything in memory: for tests and dry runs. */
export function openMemory(): Stores {
  const opened = { events: new MemoryEventStore(), keys: new MemoryKeys(), views: new MemoryViewStore() };
  return {
    ...opened,
    agenda: new MemoryAgenda(),
    leases: new MemoryLeases(),
    bookmarks: new MemoryBookmarks(),
    reads: new MemoryReadLog(),
    shared: false,
    close: () => closeAll(Object.values(opened)),
  };
}

interface Closable {
  close(): Promise<void>;
}

type StateStores = Pick<Stores, 'agenda' | 'leases' | 'bookmarks' | 'reads'>;

async function openAll(addresses: StoreAddresses, { appends = true } = {}): Promise<Stores> {
  const opened = {
    events: await openEvents(addresses, { readonly: !appends }),
    keys: await openKeys(addresses),
    views: await openViews(addresses),
  };
  const state = await openState(addresses);
  return {
    ...opened,
    ...state,
    shared: areShared(addresses),
    close: () => closeAll([opened.events, opened.views, opened.keys, state]),
  };
}

async function openEvents(
  { directory, urls }: StoreAddresses,
  { readonly = false } = {},
): Promise<EventStore> {
  if (urls.events) return (await onServers()).eventsAt(urls.events);
  const file = fileOf(directory, 'events');
  return readonly ? SqliteEventStore.openReadOnly(file) : SqliteEventStore.open(file);
}

async function openState({ directory, urls }: StoreAddresses): Promise<StateStores & Closable> {
  if (urls.state) return (await onServers()).stateAt(urls.state);
  const db = openStateFile(fileOf(directory, 'state'));
  return {
    agenda: new SqliteAgenda(db),
    leases: new SqliteLeases(db),
    bookmarks: new SqliteBookmarks(db),
    reads: new SqliteReadLog(db),
    close: async () => void db.close(),
  };
}

async function closeAll(stores: readonly Closable[]): Promise<void> {
  for (const store of stores) await store.close();
}
