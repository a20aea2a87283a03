import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Figure } from './measured.js';

const FILE = 'data/bench.json';

/** Where and when a figure was measured. */
interface Run {
  readonly machine: string;
  readonly commit: string;
  readonly at: string;
  /** How busy the machine was when the run began, in processes that wanted to run. */
  readonly load: number;
}

type Measured = Figure & { readonly run: Run };

/** The last figure of each name measured here; those of sections that did not run this time stay. */
export class Results {
  readonly run: Run = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    commit: commit(),
    at: new Date().toISOString(),
    load: Math.round(loadavg()[0]! * 10) / 10,
  };
  readonly file = FILE;
  private readonly figures = lastRuns();

  /** @returns the figure as a line, beside what it was the last time */
  add(figure: Figure): string {
    const line = lineOf(figure, this.figures.get(figure.name));
    this.figures.set(figure.name, { ...figure, run: this.run });
    return line;
  }

  save(): void {
    mkdirSync('data', { recursive: true });
    writeFileSync(this.file, JSON.stringify([...this.figures.values()], null, 2));
  }
}

function lineOf(figure: Figure, before: Figure | undefined): string {
  const was = before ? `, last time ${shown(before)}` : '';
  const { verdict, beside } =
    'raw' in figure
      ? {
          verdict: figure.ours / figure.raw >= figure.budget ? 'ok' : 'below',
          beside: `${perSecond(figure.ours)}  ${shown(figure)} of ${perSecond(figure.raw)} (${figure.limit}); budget ${percent(figure.budget)}`,
        }
      : {
          verdict: figure.ours <= figure.budget ? 'ok' : 'above',
          beside: `${shown(figure).padStart(11)}${figure.also ? ` (${figure.also})` : ''}; budget ${figure.budget} ${figure.unit}`,
        };
  return `${figure.name.padEnd(48)} ${beside}: ${verdict}${was}`;
}

/** What is compared between runs: the share of the raw limit, or the figure itself. */
const shown = (figure: Figure): string =>
  'raw' in figure ? percent(figure.ours / figure.raw) : `${figure.ours.toFixed(1)} ${figure.unit}`;

function lastRuns(): Map<string, Measured> {
  try {
    const figures = JSON.parse(readFileSync(FILE, 'utf8')) as Measured[];
    return new Map(figures.map((figure) => [figure.name, figure]));
  } catch {
    return new Map();
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`.padStart(11);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
