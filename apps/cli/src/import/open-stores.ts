import { existsSync } from 'node:fs';
import { fileOf, openEmbedded, openMemory, openReadOnly, type Stores } from '@pm/assembly';
import { OverlayEventStore } from '@pm/eventing/memory';
import { UsageError } from '../usage-error.js';
import { OverlayKeys } from './overlay-keys.js';

/** @throws UsageError where another process writes the data; StoreUnavailable */
export async function openForImport(directory: string): Promise<Stores> {
  try {
    return openEmbedded(directory);
  } catch (error) {
    if ((error as Error).name !== 'DataLocked') throw error;
    throw new UsageError(
      `${(error as Error).message}\nIf that is a server, stop it for the import, or send the data over HTTP.`,
    );
  }
}

/** The data as it is, with everything new in memory; a directory that does not exist is not made. */
export async function openForDryRun(directory: string): Promise<Stores> {
  const memory = openMemory();
  const file = existsSync(fileOf(directory, 'events')) ? openReadOnly(directory) : undefined;
  return {
    ...memory,
    events: await OverlayEventStore.over(file?.events ?? memory.events),
    keys: file ? new OverlayKeys(file.keys, memory.keys) : memory.keys,
    close: async () => {
      await file?.close();
      await memory.close();
    },
  };
}
