import { OPERATOR } from '@pm/access';
import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type Opened, opened } from '@pm/eventing';
import { readable, ReadGoalTree } from '@pm/insights';
import { unitTree } from '@pm/organisation/views';
import { ReadView } from '@pm/projections/queries';
import { Command } from 'commander';
import { type App, withApp } from '../app.js';
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
import { treeText, type WholeTree } from './tree-text.js';

interface TreeOptions extends TypedMoment {
  readonly unit?: string;
  readonly under?: string;
  readonly indicators?: boolean;
  readonly archived?: boolean;
  readonly format: HistoryFormat;
}

/** `tree`: goals below each other with progress, coverage and status, now or as of any moment. */
export function treeCommand(config: Config): Command {
  return withMoment(new Command('tree'))
    .description('print the tree of goals, now or as of any moment')
    .option('--unit <number>', 'only goals of this unit')
    .option('--under <number>', 'only this goal and all below it')
    .option('--indicators', 'KPIs that tell of the goals, too')
    .option('--archived', 'archived goals, too')
    .addOption(formatOption())
    .action(async ({ format, ...options }: TreeOptions) => {
      const stores = await openReadOnly(addressesIn(config));
      const text = await withApp(stores, async (app) => {
        const tree = await opened(stores.keys, await read(app, options));
        return format === 'ndjson' ? ndjson(lines(tree)) : treeText(tree);
      });
      process.stdout.write(text);
    });
}

async function read({ queries, answers }: App, options: Omit<TreeOptions, 'format'>): Promise<WholeTree> {
  const { unit, under, indicators, archived } = options;
  const moment = await typedMoment(options, answers);
  const unitId = unit === undefined ? undefined : idTyped('unit', unit);
  if (unitId !== undefined && !(await queries.execute(new ReadView(unitTree, unitId))))
    throw new UsageError(`there is no unit ${unit}`);
  const root = under === undefined ? undefined : idTyped('goal', under);
  const request = { ...moment, unitId, under: root, indicators, archived };
  const tree = await queries.execute(new ReadGoalTree(OPERATOR, request));
  return { ...tree, goals: readable(tree.goals) };
}

const lines = ({ goals, indicators = [] }: Opened<WholeTree>): object[] => [
  ...goals.map((goal) => ({ is: 'goal', ...goal })),
  ...indicators.map((indicator) => ({ is: 'indicator', ...indicator })),
];
