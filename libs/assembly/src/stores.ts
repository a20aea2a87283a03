import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Keys } from '@pm/eventing';
import { MemoryEventStore, MemoryKeys } from '@pm/eventing/memory';
import { DataLock, SqliteEventStore, SqliteKeys } from '@pm/eventing/sqlite';
import type { ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { SqliteViewStore } from '@pm/projections/sqlite';

/** The stores that a process works with. */
export interface Stores {
  readonly events: EventStore;
  readonly keys: Keys;
  readonly views: ViewStore;
  close(): Promise<void>;
}

export const fileOf = (directory: string, store: 'events' | 'keys' | 'views'): string =>
  join(directory, `${store}.db`);

/**
 * The embedded stores, for the one process that writes a data directory.
 *
 * @throws DataLocked, StoreUnavailable
 */
export function openEmbedded(directory: string): Stores {
  mkdirSync(directory, { recursive: true });
  const lock = DataLock.acquire(directory);
  const stores = openFiles(directory);
  return {
    ...stores,
    close: async () => {
      await closeAll(stores);
      lock.release();
    },
  };
}

/** The embedded stores for the projector's thread of the process that holds the lock. @throws StoreUnavailable */
export function openBeside(directory: string): Stores & { readonly events: SqliteEventStore } {
  const stores = openFiles(directory);
  return { ...stores, close: () => closeAll(stores) };
}

/** The embedded stores, to read them beside the process that writes them. @throws StoreUnavailable */
export function openReadOnly(directory: string): Stores {
  const stores = {
    events: SqliteEventStore.openReadOnly(fileOf(directory, 'events')),
    keys: SqliteKeys.open(fileOf(directory, 'keys'), { readonly: true }),
    views: SqliteViewStore.open(fileOf(directory, 'views'), { readonly: true }),
  };
  return { ...stores, close: () => closeAll(stores) };
}

/** Everything in memory: for tests and dry runs. */
export function openMemory(): Stores {
  const stores = { events: new MemoryEventStore(), keys: new MemoryKeys(), views: new MemoryViewStore() };
  return { ...stores, close: () => closeAll(stores) };
}

function openFiles(directory: string) {
  return {
    events: SqliteEventStore.open(fileOf(directory, 'events')),
    keys: SqliteKeys.open(fileOf(directory, 'keys')),
    views: SqliteViewStore.open(fileOf(directory, 'views')),
  };
}

async function closeAll({ events, keys, views }: Omit<Stores, 'close'>): Promise<void> {
  await events.close();
  await views.close();
  await keys.close();
}
