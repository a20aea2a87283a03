import { addressesIn } from '@pm/assembly';
import type { Config } from '@pm/config';
import { copyKeys } from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from '../progress.js';
import { between, openKeys } from '../stores-by-address.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
}

/** `keys copy`: both stores are under the master key of this configuration, or in clear. */
export function copyCommand(config: Config): Command {
  return new Command('copy')
    .description('copy the key of every person, and every erasure, to another store')
    .requiredOption('--from <address>', 'the keys to copy: sqlite:DIRECTORY or mongodb://HOST:PORT/DATABASE')
    .requiredOption('--to <address>', 'where to: the same forms')
    .action(async ({ from, to }: CopyOptions) => {
      const { masterKeys } = addressesIn(config);
      const progress = new Progress('people looked at');
      try {
        const { keys, erased } = await between(
          await openKeys(from, 'read', masterKeys),
          () => openKeys(to, 'write', masterKeys),
          (source, target) => copyKeys(source, target, (people) => progress.show(people)),
        );
        process.stdout.write(`ok: both hold the keys of ${keys} people, and none of ${erased} erased\n`);
      } finally {
        progress.end();
      }
    });
}
