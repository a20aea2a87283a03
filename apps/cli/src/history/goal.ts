import { openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { opened } from '@pm/eventing';
import { ReadGoalChanges } from '@pm/insights';
import { Command } from 'commander';
import { withApp } from '../app.js';
import { ndjson } from '../columns.js';
import { UsageError } from '../usage-error.js';
import { formatOption, type HistoryFormat, idTyped } from './asked.js';
import { historyText } from './goal-history-text.js';

/** `goal`: what became of one goal. */
export function goalCommand(config: Config): Command {
  return new Command('goal').description('look at one goal').addCommand(historyCommand(config));
}

function historyCommand(config: Config): Command {
  return new Command('history')
    .description(
      'print how a goal evolved, event by event: when, who, what, why, and what it did to its progress',
    )
    .argument('<number>', 'your number for the goal, or its id')
    .addOption(formatOption())
    .action(async (number: string, { format }: { format: HistoryFormat }) => {
      const stores = openReadOnly(config.THROUGHLINE_DATA);
      const request = { until: {}, goalId: idTyped('goal', number) };
      const text = await withApp(stores, async ({ queries }) => {
        const changes = await opened(stores.keys, await queries.execute(new ReadGoalChanges(request)));
        if (changes.length === 0) throw new UsageError(`there is no goal ${number}`);
        return format === 'ndjson' ? ndjson(changes) : historyText(changes);
      });
      process.stdout.write(text);
    });
}
