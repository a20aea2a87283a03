import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type Keys, type Opened, opened } from '@pm/eventing';
import { type GoalChange, ReadGoalChanges } from '@pm/insights';
import { peopleView } from '@pm/organisation';
import { ReadView } from '@pm/projections';
import { Command } from 'commander';
import { type App, withApp } from '../app.js';
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
      const stores = openReadOnly(addressesIn(config));
      const request = { until: {}, goalId: idTyped('goal', number) };
      const text = await withApp(stores, async (app) => {
        const changes = await opened(stores.keys, await app.queries.execute(new ReadGoalChanges(request)));
        if (changes.length === 0) throw new UsageError(`there is no goal ${number}`);
        if (format === 'ndjson') return ndjson(changes);
        return historyText(changes, await namesOf(changes, app, stores.keys));
      });
      process.stdout.write(text);
    });
}

/** What people are called who acted, by their ids. */
async function namesOf(
  changes: readonly Opened<GoalChange>[],
  { queries }: App,
  keys: Keys,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const actor of new Set(changes.map((change) => change.actor))) {
    const person = await queries.execute(new ReadView(peopleView, actor));
    const name = person?.own && (await opened(keys, person.own)).name;
    if (typeof name === 'string') names.set(actor, name);
  }
  return names;
}
