import { fileOf, makeDataDirectory, onServers } from '@pm/assembly';
import type { EventStore, Keys, MasterKeys, StoredKeys, StoredKeysOptions } from '@pm/eventing';
import { DataLock, SqliteEventStore, SqliteKeys } from '@pm/eventing/sqlite';
import { UsageError } from './usage-error.js';

/** A store and what closes it, its lock with it. */
export interface Opened<S> {
  readonly store: S;
  close(): Promise<void>;
}

/** A data directory that is read is left as it is; one that is written is made and locked meanwhile. */
type Access = 'read' | 'write';

/** @param address `sqlite:./data`, whose log is events.db there, or `esdb://…` @throws UsageError, DataLocked, StoreUnavailable */
export async function openEvents(address: string, access: Access): Promise<Opened<EventStore>> {
  const directory = directoryIn(address);
  if (directory === undefined) return unlocked(await eventStoreDb(address));
  const file = fileOf(directory, 'events');
  if (access === 'read') return unlocked(SqliteEventStore.openReadOnly(file));
  return locked(directory, () => SqliteEventStore.open(file));
}

/**
 * @param address `sqlite:./data`, whose keys are keys.db there, or `mongodb://…`
 * @param masterKeys what they are wrapped under; they lie in clear where absent
 * @throws UsageError, DataLocked, StoreUnavailable
 */
export async function openKeys(
  address: string,
  access: Access,
  masterKeys?: MasterKeys,
): Promise<Opened<StoredKeys>> {
  const directory = directoryIn(address);
  const options = { masterKeys, readonly: access === 'read' };
  if (directory === undefined) return unlocked(await mongoKeys(address, options));
  const file = fileOf(directory, 'keys');
  if (access === 'read') return unlocked(SqliteKeys.open(file, options));
  return locked(directory, () => SqliteKeys.open(file, options));
}

const directoryIn = (address: string): string | undefined => /^sqlite:(.+)$/.exec(address)?.[1];

/** No message repeats an address: it may hold a password. */
async function eventStoreDb(address: string): Promise<EventStore> {
  if (!/^esdb(\+discover)?:/.test(address))
    throw new UsageError('a log is at sqlite:DIRECTORY or at esdb://HOST:PORT?tls=false');
  try {
    return (await onServers()).eventsAt(address);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

async function mongoKeys(address: string, options: StoredKeysOptions): Promise<StoredKeys> {
  if (!/^mongodb(\+srv)?:/.test(address))
    throw new UsageError('keys are at sqlite:DIRECTORY or at mongodb://HOST:PORT/DATABASE');
  return (await onServers()).keysAt(address, options);
}

const unlocked = <S extends EventStore | Keys>(store: S): Opened<S> => ({
  store,
  close: () => store.close(),
});

function locked<S extends EventStore | Keys>(directory: string, open: () => S): Opened<S> {
  makeDataDirectory(directory);
  const lock = DataLock.acquire(directory);
  try {
    const store = open();
    return {
      store,
      close: async () => {
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Works with two stores, and closes both whatever happens. */
export async function between<S, T>(
  from: Opened<S>,
  openTo: () => Promise<Opened<S>>,
  task: (from: S, to: S) => Promise<T>,
): Promise<T> {
  try {
    const to = await openTo();
    try {
      return await task(from.store, to.store);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
