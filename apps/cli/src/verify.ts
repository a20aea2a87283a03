import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { verify } from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from './progress.js';

/** `verify`: hash chain, revisions and counts of the whole log. Exits with 1 where anything is not as recorded. */
export function verifyCommand(config: Config): Command {
  return new Command('verify')
    .description('check hash chain, revisions and counts of the whole log')
    .action(async () => {
      const stores = openReadOnly(addressesIn(config));
      try {
        const progress = new Progress('events checked');
        const { events, streams, head, fault } = await verify(stores.events, (done) => progress.show(done));
        progress.end();
        if (!fault)
          process.stdout.write(`ok: ${events} events in ${streams} streams, up to ${head ?? 'the start'}\n`);
        else {
          process.stdout.write(`fault at ${fault.position} in ${fault.stream}: ${fault.problem}\n`);
          process.exitCode = 1;
        }
      } finally {
        await stores.close();
      }
    });
}
