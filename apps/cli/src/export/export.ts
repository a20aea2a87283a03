import { once } from 'node:events';
import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { LIMITS, type EventStore } from '@pm/eventing';
import { Command, Option } from 'commander';
import { goalHistoryTable, goalsTable, measurementsTable } from './tables.js';

/**
 * `export`: the whole log, an event a line, in order, as it is stored: personal text stays sealed. Its subcommands print
 * tables of what the log adds up to.
 */
export function exportCommand(config: Config): Command {
  return new Command('export')
    .description('print every event of the log, one a line, in order; or a table')
    .enablePositionalOptions()
    .addOption(new Option('--format <format>', 'how to print it').choices(['ndjson']).default('ndjson'))
    .option('--after <position>', 'only events after this position')
    .action(async ({ after }: { after?: string }) => {
      const stores = await openReadOnly(addressesIn(config));
      try {
        await printAll(stores.events, after);
      } finally {
        await stores.close();
      }
    })
    .addCommand(goalsTable(config))
    .addCommand(measurementsTable(config))
    .addCommand(goalHistoryTable(config));
}

async function printAll(events: EventStore, start: string | undefined): Promise<void> {
  let after = start;
  for (;;) {
    const page = await events.readAll({ after, limit: LIMITS.pageEvents });
    const text = page.events.map((event) => `${JSON.stringify(event)}\n`).join('');
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    if (page.atHead) return;
    after = page.upTo;
  }
}
