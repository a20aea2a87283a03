import { OPERATOR } from '@pm/access';
import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { opened } from '@pm/eventing';
import { ReadGoalChanges, ReadGoalFigure } from '@pm/insights';
import { Command } from 'commander';
import { withApp } from '../app.js';
import { ndjson } from '../columns.js';
import { UsageError } from '../usage-error.js';
import {
  formatOption,
  type HistoryFormat,
  idTyped,
  type TypedMoment,
  typedMoment,
  withMoment,
} from './asked.js';
import { actorsIn, figureText } from './goal-figure-text.js';
import { historyText } from './goal-history-text.js';
import { readersCommand } from './goal-readers.js';
import { namesOf } from './names.js';
import { actorsOf } from './told-text.js';

/** `goal`: what became of one goal. */
export function goalCommand(config: Config): Command {
  return new Command('goal')
    .description('look at one goal')
    .addCommand(historyCommand(config))
    .addCommand(figureCommand(config))
    .addCommand(readersCommand(config));
}

function historyCommand(config: Config): Command {
  return new Command('history')
    .description(
      'print how a goal evolved, event by event: when, who, what, why, and what it did to its progress',
    )
    .argument('<number>', 'your number for the goal, or its id')
    .addOption(formatOption())
    .action(async (number: string, { format }: { format: HistoryFormat }) => {
      const stores = await openReadOnly(addressesIn(config));
      const request = { until: {}, goalId: idTyped('goal', number) };
      const text = await withApp(stores, async (app) => {
        const changes = await opened(
          stores.keys,
          await app.queries.execute(new ReadGoalChanges(OPERATOR, request)),
        );
        if (changes.length === 0) throw new UsageError(`there is no goal ${number}`);
        if (format === 'ndjson') return ndjson(changes);
        return historyText(changes, await namesOf(actorsOf(changes), app, stores.keys));
      });
      process.stdout.write(text);
    });
}

function figureCommand(config: Config): Command {
  return withMoment(new Command('figure'))
    .description('print what made a goal’s figures, now or as of any moment, and who stated each input')
    .argument('<number>', 'your number for the goal, or its id')
    .addOption(formatOption())
    .action(async (number: string, { format, ...typed }: TypedMoment & { format: HistoryFormat }) => {
      const stores = await openReadOnly(addressesIn(config));
      const text = await withApp(stores, async (app) => {
        const at = await typedMoment(typed, app.answers);
        const read = new ReadGoalFigure(OPERATOR, idTyped('goal', number), at);
        const figure = await opened(stores.keys, await app.queries.execute(read));
        if (format === 'ndjson') return ndjson([figure]);
        return figureText(figure, await namesOf(actorsIn(figure), app, stores.keys));
      });
      process.stdout.write(text);
    });
}
