import { existsSync } from 'node:fs';
import { fileOf, openMemory, openReadOnly, openStores, type StoreAddresses, type Stores } from '@pm/assembly';
import { OverlayEventStore } from '@pm/eventing/memory';
import { OverlayKeys } from './overlay-keys.js';

/** @returns undefined where another process writes the data @throws StoreUnavailable */
export async function openForImport(addresses: StoreAddresses): Promise<Stores | undefined> {
  try {
    return await openStores(addresses);
  } catch (error) {
    if ((error as Error).name !== 'DataLocked') throw error;
    return undefined;
  }
}

/** The data as it is, with everything new in memory; a directory that does not exist is not made. */
export async function openForDryRun(addresses: StoreAddresses): Promise<Stores> {
  const memory = openMemory();
  const { directory, urls } = addresses;
  const isThere = urls.events !== undefined || existsSync(fileOf(directory, 'events'));
  const below = isThere ? await openReadOnly(addresses) : undefined;
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
