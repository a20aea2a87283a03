import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import { namedId } from '@pm/eventing';
import { ReadOutcomes, type Outcomes } from '@pm/insights';
import type { FiscalYear } from '@pm/kernel';
import { Command, InvalidArgumentError, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { withApp } from './app.js';
import { columns } from './columns.js';
import { type TypedMoment, typedMoment, withMoment } from './history/asked.js';

interface OutcomesOptions extends TypedMoment {
  readonly period: string;
  readonly label?: string;
  readonly critical?: boolean;
  readonly unit?: string;
  readonly format: 'csv' | 'table';
}

/** `report`: figures from the views, beside a running server or without one. */
export function reportCommand(config: Config): Command {
  return new Command('report').description('print figures').addCommand(outcomesCommand(config));
}

function outcomesCommand(config: Config): Command {
  return withMoment(new Command('outcomes'))
    .description('how the KPIs of each unit came out in a fiscal year, now or as of any moment')
    .requiredOption('--period <year>', 'fiscal year, named by its end, such as FY2023', fiscalYear)
    .option('--label <label>', 'only KPIs with this label')
    .option('--critical', 'the same as --label critical')
    .option(
      '--unit <number>',
      'the units below the one with this number; below the organisation where absent',
    )
    .addOption(new Option('--format <format>', 'how to print it').choices(['csv', 'table']).default('table'))
    .action(async ({ period, label, critical, unit, format, ...moment }: OutcomesOptions) => {
      const request = {
        year: period as FiscalYear,
        label: critical ? 'critical' : label,
        unitId: unit === undefined ? undefined : namedId('unit', 'number', unit),
      };
      const outcomes = await withApp(await openReadOnly(addressesIn(config)), async ({ queries, answers }) =>
        queries.execute(new ReadOutcomes({ ...request, ...(await typedMoment(moment, answers)) })),
      );
      process.stdout.write(format === 'csv' ? toCsv(outcomes) : toTable(outcomes));
    });
}

const COLUMNS = {
  metTarget: 'met_target',
  didNotMeet: 'did_not_meet',
  noTarget: 'no_target',
  improving1y: 'improving_1y',
  notImproving1y: 'not_improving_1y',
  improving5y: 'improving_5y',
  notImproving5y: 'not_improving_5y',
} as const;

type Cell = string | number;

function cellsOf({ kind, rows }: Outcomes): { header: string[]; lines: Cell[][] } {
  const counts = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return {
    header: [`${kind}_number`, `${kind}_name`, ...counts.map((count) => COLUMNS[count])],
    lines: rows.map((row) => [row.number, row.name, ...counts.map((count) => row[count])]),
  };
}

function toCsv(outcomes: Outcomes): string {
  const { header, lines } = cellsOf(outcomes);
  return stringify([header, ...lines]);
}

function toTable(outcomes: Outcomes): string {
  const { header, lines } = cellsOf(outcomes);
  const figures = header.map((_, column) => column).slice(2);
  return columns(
    [header, ...lines].map((line) => line.map(String)),
    figures,
  );
}

function fiscalYear(text: string): string {
  if (!/^FY\d{4}$/.test(text)) throw new InvalidArgumentError('name a fiscal year such as FY2023');
  return text;
}
