import type { Plan, RejectedItem } from '@pm/importing';
import { stringify } from 'csv-stringify/sync';
import type { ImportOutcome } from './carry-out.js';

const LISTED = 20;

interface Run {
  readonly file: string;
  readonly dryRun: boolean;
  readonly seconds: number;
}

/** What an import read, recorded and left out. */
export function summary(plan: Plan, { recorded, rejected }: ImportOutcome, run: Run): string {
  const events = [...recorded.values()].reduce((total, count) => total + count, 0);
  const kinds = [...recorded].map(([name, count]) => `${count} ${name}`).join(', ');
  const lines = [
    `${run.file}: ${plan.rows} rows`,
    `  units         ${plan.units.length}`,
    `  people        ${plan.people.length}`,
    `  heads         ${plan.heads.length}`,
    `  goals         ${plan.goals.length}`,
    `  KPIs          ${plan.kpis.length}`,
    `  targets       ${plan.targets.length}`,
    `  measurements  ${plan.measurements.length}`,
    `${run.dryRun ? 'would record' : 'recorded'} ${events} events${kinds ? `: ${kinds}` : ', nothing was new'}`,
    `corrections: ${recorded.get('MeasurementCorrected') ?? 0}`,
    `rejected: ${rejected.length}`,
    ...rejected.slice(0, LISTED).map((item) => `  ${told(item)}`),
    ...(rejected.length > LISTED
      ? [`  and ${rejected.length - LISTED} more; --rejected <file> writes all`]
      : []),
    `notes: ${plan.notes.length}`,
    ...plan.notes.slice(0, LISTED).map((note) => `  ${note}`),
    ...(plan.notes.length > LISTED ? [`  and ${plan.notes.length - LISTED} more`] : []),
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
