import { constants, copyFileSync } from 'node:fs';
import { addressesIn, fileOf, inDirectory, openKeys, type StoreAddresses } from '@pm/assembly';
import type { Config } from '@pm/config';
import type { MasterKeys } from '@pm/eventing';
import { DataLock, SqliteEventStore } from '@pm/eventing/sqlite';
import { Command } from 'commander';
import { drained } from '../drained.js';
import { Progress } from '../progress.js';
import { refuseServers } from './backup.js';
import { makeEmpty } from './empty-directory.js';
import { DamagedBackup, type Manifest, readManifest, survey } from './manifest.js';

/** `restore`: a data directory from a backup, verified against its manifest, with views built anew. */
export function restoreCommand(config: Config): Command {
  return new Command('restore')
    .description('make THROUGHLINE_DATA, which must be empty, from a backup, verify it and build its views')
    .argument('<from>', 'a directory that backup wrote')
    .option('--keys <directory>', 'where backup wrote the keys; without them no personal text can be read')
    .action(async (from: string, { keys }: { keys?: string }) => {
      const addresses = addressesIn(config);
      const { directory } = addresses;
      refuseServers(addresses);
      const manifest = readManifest(from);
      if (keys !== undefined) await expectOpen(inDirectory(keys), addresses.masterKeys);
      makeEmpty(directory);
      const lock = DataLock.acquire(directory);
      try {
        copyFileSync(fileOf(from, 'state'), fileOf(directory, 'state'), constants.COPYFILE_EXCL);
        copyFileSync(fileOf(from, 'events'), fileOf(directory, 'events'), constants.COPYFILE_EXCL);
        if (keys !== undefined)
          copyFileSync(fileOf(keys, 'keys'), fileOf(directory, 'keys'), constants.COPYFILE_EXCL);
        await expectAsTaken(directory, manifest);
      } finally {
        lock.release();
      }
      await drained(addresses);
      const { events, streams, head, takenAt } = manifest;
      process.stdout.write(
        `ok: ${events} events in ${streams} streams, up to ${head ?? 'the start'}, as of ${takenAt}; views are built\n`,
      );
    });
}

/** @throws MasterKeyMissing where the copied keys are wrapped under a master key that is not configured here */
async function expectOpen(addresses: StoreAddresses, masterKeys: MasterKeys | undefined): Promise<void> {
  const keys = await openKeys({ ...addresses, masterKeys }, { readonly: true });
  try {
    for await (const _ of keys.holders());
  } finally {
    await keys.close();
  }
}

/** Where an older program took the backup, what is compared is what this one made of it. @throws DamagedBackup */
async function expectAsTaken(directory: string, manifest: Manifest): Promise<void> {
  const progress = new Progress('events verified');
  const restored = SqliteEventStore.open(fileOf(directory, 'events'));
  const found = await survey(restored, (events) => progress.show(events, manifest.events));
  progress.end();
  for (const [name, value] of Object.entries(found)) {
    const taken = manifest[name as keyof typeof found];
    if (value !== taken) throw new DamagedBackup(`its ${name} is ${value}, where ${taken} was taken`);
  }
}
