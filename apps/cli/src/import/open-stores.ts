import { existsSync } from 'node:fs';
import { fileOf, openMemory, openReadOnly, openStores, type StoreAddresses, type Stores } from '@pm/assembly';
import { OverlayEventStore } from '@pm/eventing/memory';
import { UsageError } from '../usage-error.js';
import { OverlayKeys } from './overlay-keys.js';

/** @throws UsageError where another process writes the data; StoreUnavailable */
export async function openForImport(addresses: StoreAddresses): Promise<Stores> {
  try {
    return openStores(addresses);
  } catch (error) {
    if ((error as Error).name !== 'DataLocked') throw error;
    throw new UsageError(
      `${(error as Error).message}\nIf that is a server, stop it for the import, or send the data over HTTP.`,
    );
  }
}

/** The data as it is, with everything new in memory; a directory that does not exist is not made. */
export async function openForDryRun(addresses: StoreAddresses): Promise<Stores> {
  const memory = openMemory();
  const { directory, urls } = addresses;
  const isThere = urls.events !== undefined || existsSync(fileOf(directory, 'events'));
  const below = isThere ? openReadOnly(addresses) : undefined;
  return {
    ...memory,
    events: await OverlayEventStore.over(below?.events ?? memory.events),
    keys: below ? new OverlayKeys(below.keys, memory.keys) : memory.keys,
    close: async () => {
      await below?.close();
      await memory.close();
    },
  };
}
