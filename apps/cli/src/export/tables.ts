import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OPERATOR } from '@pm/access';
import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import type { Moments } from '@pm/eventing';
import { type Export, Exports, FORMAT_NAMES, type FormatName } from '@pm/exporting';
import type { AsOf } from '@pm/insights';
import { FREQUENCIES } from '@pm/kernel';
import { Command, Option } from 'commander';
import { withApp } from '../app.js';
import {
  idTyped,
  type TypedMoment,
  typedMoment,
  type TypedSince,
  typedSince,
  withMoment,
} from '../history/asked.js';

interface TableOptions extends TypedMoment, TypedSince {
  readonly format: FormatName;
  readonly unit?: string;
  readonly under?: string;
  readonly archived?: boolean;
  readonly kpi?: string;
  readonly goal?: string;
  readonly frequency?: string;
}

/** What is asked for, of what makes it. */
type Ask = (exports: Exports, options: TableOptions, at: Moments, since?: AsOf) => Promise<Export>;

/** `export goals` */
export function goalsTable(config: Config): Command {
  return tableCommand('goals', config, (exports, { format, unit, under, archived }, at) =>
    exports.goals(
      { unitId: id('unit', unit), under: id('goal', under), archived },
      { by: OPERATOR, format, ...at },
    ),
  )
    .description('goals, a line each')
    .option('--unit <number>', 'only goals of this unit')
    .option('--under <number>', 'only this goal and all below it')
    .option('--archived', 'archived goals, too');
}

/** `export measurements` */
export function measurementsTable(config: Config): Command {
  return tableCommand('measurements', config, (exports, { format, kpi, unit, goal, frequency }, at) => {
    const wanted = { kpiId: id('kpi', kpi), unitId: id('unit', unit), goalId: id('goal', goal), frequency };
    return exports.measurements(wanted, { by: OPERATOR, format, ...at });
  })
    .description('what each source says of each period of each KPI, a line each')
    .option('--kpi <number>', 'only those of this KPI')
    .option('--unit <number>', 'only those of KPIs about this unit')
    .option('--goal <number>', 'only those of KPIs that tell of this goal')
    .addOption(new Option('--frequency <frequency>', 'only those taken so often').choices(FREQUENCIES));
}

/** `export goal-history` */
export function goalHistoryTable(config: Config): Command {
  return tableCommand('goal-history', config, (exports, { format, goal }, at, since) =>
    exports.goalHistory({ goalId: id('goal', goal), since }, { by: OPERATOR, format, ...at }),
  )
    .description('what each event did to each goal, a line each')
    .option('--goal <number>', 'only what concerns this goal')
    .option('--since-as-of <moment>', 'only what changed since what was true then')
    .option('--since-known-at <moment>', 'only what changed since what was known then');
}

function tableCommand(name: string, config: Config, ask: Ask): Command {
  return withMoment(new Command(name))
    .addOption(new Option('--format <format>', 'how to write it').choices(FORMAT_NAMES).default('csv'))
    .action(async (options: TableOptions) => {
      const stores = await openReadOnly(addressesIn(config));
      await withApp(stores, async ({ queries, answers }) => {
        const exports = new Exports(queries, answers, stores);
        const [at, since] = [await typedMoment(options, answers), await typedSince(options, answers)];
        await print(await ask(exports, options, at, since));
      });
    });
}

/** The bytes for a file or a pipe, and for whoever watches what they are of. */
async function print({ taken, bytes }: Export): Promise<void> {
  const { asOf, asKnownAt, position } = taken;
  process.stderr.write(`--as-of ${asOf} --as-known-at ${asKnownAt} (${position ?? 'nothing known'})\n`);
  await pipeline(Readable.from(bytes), process.stdout, { end: false });
}

const id = (kind: 'unit' | 'goal' | 'kpi', number: string | undefined): string | undefined =>
  number === undefined ? undefined : idTyped(kind, number);
