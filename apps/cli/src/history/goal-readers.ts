import { addressesIn, goalReadingSettings, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type GoalReaders, ReadGoalReaders } from '@pm/insights';
import { Command } from 'commander';
import { type App, withApp } from '../app.js';
import { columns, ndjson } from '../columns.js';
import {
  formatOption,
  type HistoryFormat,
  idTyped,
  type TypedMoment,
  typedMoment,
  withMoment,
} from './asked.js';
import { namesOf } from './names.js';
import { actorText } from './told-text.js';

/** `goal readers`: who could see what of a goal, as `GET /goals/{goalId}/readers` tells it. */
export function readersCommand(config: Config): Command {
  return withMoment(new Command('readers'))
    .description('print who could see what of a goal, now or as of any moment')
    .argument('<number>', 'your number for the goal, or its id')
    .addOption(formatOption())
    .action(async (number: string, { format, ...typed }: TypedMoment & { format: HistoryFormat }) => {
      const stores = await openReadOnly(addressesIn(config));
      const told = async (app: App) => {
        const at = await typedMoment(typed, app.answers);
        const readers = await app.queries.execute(new ReadGoalReaders(idTyped('goal', number), at));
        if (format === 'ndjson') return ndjson([readers]);
        const ids = readers.people.map(({ personId }) => personId);
        return readersText(readers, await namesOf(ids, app, stores.keys));
      };
      process.stdout.write(await withApp(stores, told, { reading: goalReadingSettings(config) }));
    });
}

/** Those who stood to its owner, then what each role showed by itself. @param names of people, by their ids */
function readersText({ people, roles, policy, at }: GoalReaders, names: ReadonlyMap<string, string>): string {
  const lines = [
    ...people.map(({ personId, onBehalfOf, as, sight }) => [
      actorText({ actor: personId, onBehalfOf }, names),
      as,
      sight,
    ]),
    ...roles.map(({ role, sight }) => ['', role, sight]),
  ];
  return `by ${policy}, at ${at}\n\n${columns([['who', 'as', 'sees'], ...lines])}`;
}
