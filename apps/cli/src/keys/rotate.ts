import { addressesIn, masterKeyIn } from '@pm/assembly';
import type { Config } from '@pm/config';
import { masterKeyId, type StoredKeys } from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from '../progress.js';
import { openKeys } from '../stores-by-address.js';
import { UsageError } from '../usage-error.js';

/** `keys rotate`: under another master key than the one configured; where it was cut off, it goes on when called again. */
export function rotateCommand(config: Config): Command {
  return new Command('rotate')
    .description('wrap the key of every person under another master key')
    .requiredOption('--to-file <file>', 'the new master key: 32 bytes as base64, outside THROUGHLINE_DATA')
    .action(async ({ toFile }: { toFile: string }) => {
      const { directory, urls, masterKeys: { current: before, others = [] } = {} } = addressesIn(config);
      const current = masterKeyIn(config, toFile, '--to-file');
      const masterKeys = { current, others: [...(before ? [before] : []), ...others] };
      const keys = await openKeys(urls.keys ?? `sqlite:${directory}`, 'write', masterKeys);
      try {
        const wrapped = await rewrapped(keys.store, masterKeyId(current));
        process.stdout.write(
          `ok: ${wrapped} keys wrapped, and none is under another master key than ${masterKeyId(current)}.\n` +
            `Set THROUGHLINE_MASTER_KEY_FILE=${toFile}; the old one can be destroyed, with every copy of keys under it.\n`,
        );
      } finally {
        await keys.close();
      }
    });
}

/** @throws UsageError where another process went on to wrap new keys under another one */
async function rewrapped(keys: StoredKeys, id: string): Promise<number> {
  const progress = new Progress('keys wrapped');
  try {
    const wrapped = await keys.rewrap((done) => progress.show(done));
    const foreign = (await keys.masterKeyIds()).filter((each) => each !== id);
    if (foreign.length === 0) return wrapped;
    throw new UsageError(
      `keys were made under ${foreign.join(', ')} meanwhile: start every process with the new master key, then call this again`,
    );
  } finally {
    progress.end();
  }
}
