import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Campaign, type Row } from './campaign.js';
import { settingsOf } from './settings.js';

const COLUMNS = [
  'target',
  'rounds',
  'KILL/TERM/STOP',
  'acknowledged',
  'retried',
  '503s',
  'longest s',
  'differing',
  'verdict',
];

function cellsOf({ target, signals, ...row }: Row): string[] {
  const { SIGKILL, SIGTERM, SIGSTOP } = signals;
  return [
    target,
    String(SIGKILL + SIGTERM + SIGSTOP),
    `${SIGKILL}/${SIGTERM}/${SIGSTOP}`,
    String(row.acknowledged),
    String(row.retried),
    String(row.unavailable),
    (row.recoveryMsMax / 1000).toFixed(1),
    String(row.differing),
    row.faults.length === 0 ? 'ok' : `${row.faults.length} faults`,
  ];
}

function table(rows: readonly Row[]): string {
  const lines = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n');
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

try {
  const settings = settingsOf(process.argv.slice(2), process.env);
  const directory = mkdtempSync(join(tmpdir(), 'throughline-engines-'));
  say(`seed ${settings.seed}, ${settings.rounds} rounds a target; what the processes say is in ${directory}`);
  const rows: Row[] = [];
  const campaign = new Campaign(settings, directory, say);
  const told = (row: Row) => {
    rows.push(row);
    row.faults.slice(0, 50).forEach((fault) => say(`FAULT ${row.target}: ${fault}`));
  };
  await campaign.run(told).finally(() => say(`\n${table(rows)}`));
  process.exitCode = rows.every(({ faults }) => faults.length === 0) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`);
  // The writers of a campaign that was given up would go on for ever.
  process.exit(1);
}
