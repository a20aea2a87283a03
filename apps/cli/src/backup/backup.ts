import {
  addressesIn,
  fileOf,
  inDirectory,
  openKeys,
  type StoreAddresses,
  type StoreName,
} from '@pm/assembly';
import type { Config } from '@pm/config';
import { SystemClock } from '@pm/eventing';
import { copyDatabaseFile, SqliteEventStore } from '@pm/eventing/sqlite';
import { Command } from 'commander';
import { Progress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { makeEmpty } from './empty-directory.js';
import { survey, writeManifest } from './manifest.js';

/** `backup`: log and due work as they are at one moment, while the server writes; keys only to a place of their own. */
export function backupCommand(config: Config): Command {
  return new Command('backup')
    .description('copy the log and what is due, beside a running server, and verify the copy')
    .argument('<to>', 'an empty directory, or a new one')
    .option('--keys <directory>', 'copy the key of every person as well, to another empty directory')
    .action(async (to: string, { keys }: { keys?: string }) => {
      const addresses = addressesIn(config);
      refuseServers(addresses);
      makeEmpty(to);
      if (keys !== undefined) makeEmpty(keys);
      copy(addresses, 'state', to);
      copy(addresses, 'events', to);
      // After the log: every text in it was sealed under a key that is there by now.
      if (keys !== undefined) {
        copy(addresses, 'keys', keys);
        await tellMasterKeys(keys);
      }
      const progress = new Progress('events verified');
      const copied = SqliteEventStore.openReadOnly(fileOf(to, 'events'));
      const found = await survey(copied, (events) => progress.show(events));
      progress.end();
      writeManifest(to, { version: 1, takenAt: new SystemClock().now(), ...found });
      process.stdout.write(
        `ok: ${found.events} events in ${found.streams} streams, up to ${found.head ?? 'the start'}\n`,
      );
    });
}

function copy({ directory }: StoreAddresses, store: StoreName, to: string): void {
  copyDatabaseFile(fileOf(directory, store), fileOf(to, store));
  process.stderr.write(`${store} copied\n`);
}

/** A copy of keys is worth nothing without what they are wrapped under. */
async function tellMasterKeys(directory: string): Promise<void> {
  const keys = await openKeys(inDirectory(directory), { readonly: true });
  const ids = await keys.masterKeyIds();
  await keys.close();
  const told = ids.length > 0 ? `are wrapped under the master key ${ids.join(' and ')}` : 'lie in clear';
  process.stderr.write(`the copied keys ${told}\n`);
}

/** @throws UsageError */
export function refuseServers({ urls }: StoreAddresses): void {
  const served = Object.entries(urls).filter(([store, url]) => store !== 'views' && url !== undefined);
  if (served.length > 0)
    throw new UsageError(
      `on a server: ${served.map(([store]) => store).join(', ')}. Back it up, and restore it, by the server's own means.`,
    );
}
