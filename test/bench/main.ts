import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { appendRows } from './appends.js';
import type { Row } from './measured.js';
import { storeRows } from './stores.js';
import { treeFigures } from './tree.js';
import { viewRows } from './views.js';

/** `--stores` measures the stores on servers instead. */
const onServers = process.argv.includes('--stores');
const RESULTS = onServers ? 'data/bench-stores.json' : 'data/bench.json';

/** Measures every figure beside its raw limit in the same run, prints both, and compares with the last run here. */
async function bench(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
    print(`${machine}; medians of 5 runs, ours and the raw limit in turn\n`);
    const rows = onServers
      ? await storeRows(print)
      : [...(await appendRows(directory)), ...(await viewRows(directory))];
    for (const { name, p50, p95, budgetMs } of onServers ? [] : await treeFigures(directory)) {
      const verdict = p95 <= budgetMs ? 'ok' : 'above';
      print(
        `${name.padEnd(60)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; budget ${budgetMs} ms: ${verdict}`,
      );
    }
    const last = lastRun();
    for (const row of rows) print(lineOf(row, last.get(row.name)));
    mkdirSync('data', { recursive: true });
    writeFileSync(RESULTS, JSON.stringify({ machine, rows }, null, 2));
    print(`\nwritten to ${RESULTS}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function lineOf({ name, ours, raw, limit, budget }: Row, before: Row | undefined): string {
  const share = ours / raw;
  const was = before ? `, last time ${percent(before.ours / before.raw)}` : '';
  const verdict = share >= budget ? 'ok' : 'below';
  return `${name.padEnd(33)} ${perSecond(ours)}  ${percent(share)} of ${perSecond(raw)} (${limit}); budget ${percent(budget)}: ${verdict}${was}`;
}

function lastRun(): Map<string, Row> {
  try {
    const { rows } = JSON.parse(readFileSync(RESULTS, 'utf8')) as { rows: Row[] };
    return new Map(rows.map((row) => [row.name, row]));
  } catch {
    return new Map();
  }
}

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`.padStart(11);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

await bench();
