import { addressesIn, dueUnder, openReadOnly, retentionRules } from '@pm/assembly';
import type { Config } from '@pm/config';
import { SystemClock } from '@pm/eventing';
import { Command } from 'commander';
import { withApp } from './app.js';
import { UsageError } from './usage-error.js';

/** `retention`: who and what would go at the next run, beside a running server. It ends nothing itself: jobs do. */
export function retentionCommand(config: Config): Command {
  return new Command('retention')
    .description('list whom the rules of THROUGHLINE_RETENTION_FILE would end now; ends nothing')
    .action(async () => {
      const rules = retentionRules(config);
      if (!rules) throw new UsageError('THROUGHLINE_RETENTION_FILE is not set: nothing goes');
      const counts = { due: 0, held: 0 };
      await withApp(await openReadOnly(addressesIn(config)), async (app) => {
        for await (const { rule, personId, recordId, number, since, held } of dueUnder(
          rules,
          app,
          new SystemClock(),
        )) {
          counts[held ? 'held' : 'due'] += 1;
          const who = [personId, recordId ?? number ?? '–', `since ${since}`].join('  ');
          process.stdout.write(`${rule}  ${who}${held ? '  held' : ''}\n`);
        }
      });
      process.stdout.write(`${counts.due} would go, ${counts.held} are held\n`);
    });
}
