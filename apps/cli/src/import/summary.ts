import type { RejectedItem } from '@pm/importing';
import type { ImportReport } from '@pm/intake';
import { stringify } from 'csv-stringify/sync';

const LISTED = 20;

interface Run {
  readonly file: string;
  readonly dryRun: boolean;
  readonly seconds: number;
}

/** What an import read, recorded and left out. */
export function summary(report: ImportReport, run: Run): string {
  const { rows, planned, recorded, rejected, notes } = report;
  const events = Object.values(recorded).reduce((total, count) => total + count, 0);
  const kinds = Object.entries(recorded)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
  const lines = [
    `${run.file}: ${rows} rows`,
    `  units         ${planned.units}`,
    `  people        ${planned.people}`,
    `  heads         ${planned.heads}`,
    `  goals         ${planned.goals}`,
    `  KPIs          ${planned.kpis}`,
    `  targets       ${planned.targets}`,
    `  measurements  ${planned.measurements}`,
    `${run.dryRun ? 'would record' : 'recorded'} ${events} events${kinds ? `: ${kinds}` : ', nothing was new'}`,
    `corrections: ${recorded['MeasurementCorrected'] ?? 0}`,
    `rejected: ${rejected.length}`,
    ...rejected.slice(0, LISTED).map((item) => `  ${told(item)}`),
    ...(rejected.length > LISTED
      ? [`  and ${rejected.length - LISTED} more; --rejected <file> writes all`]
      : []),
    `notes: ${notes.length}`,
    ...notes.slice(0, LISTED).map((note) => `  ${note}`),
    ...(notes.length > LISTED ? [`  and ${notes.length - LISTED} more`] : []),
    `${run.dryRun ? 'nothing was stored; ' : ''}${run.seconds.toFixed(1)} s`,
  ];
  return `${lines.join('\n')}\n`;
}

const told = ({ line, column, item, reason }: RejectedItem): string =>
  `line ${line}${column === undefined ? '' : `, ${column}`}: ${item}: ${reason}`;

export function rejectedCsv(rejected: readonly RejectedItem[]): string {
  const records = rejected.map(({ line, column, item, reason }) => ({ line, column, item, reason }));
  return stringify(records, { header: true, columns: ['line', 'column', 'item', 'reason'] });
}
