import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepHeapSmall } from '@pm/assembly';
import { appendRows } from './appends.js';
import { batchFigures } from './batch.js';
import { httpRows } from './http.js';
import { lagFigures } from './lag.js';
import type { Bench, Figure } from './measured.js';
import { policyHttpRows } from './policy-http.js';
import { policyRows } from './policy.js';
import { Results } from './results.js';
import { startFigures } from './start.js';
import { storeRows } from './stores.js';
import { treeFigures } from './tree.js';
import { viewRows } from './views.js';

/** Each can be run alone, by its name as an option. */
const SECTIONS = {
  appends: ({ directory }: Bench) => appendRows(directory),
  views: ({ directory }: Bench) => viewRows(directory),
  tree: ({ directory }: Bench) => treeFigures(directory),
  policy: policyRows,
  'policy-http': policyHttpRows,
  http: httpRows,
  lag: lagFigures,
  batch: batchFigures,
  start: startFigures,
  stores: ({ say }: Bench) => storeRows(say),
} satisfies Record<string, (bench: Bench) => Promise<Figure[]>>;

type Section = keyof typeof SECTIONS;

/** `stores` needs servers. */
const ALWAYS: readonly Section[] = [
  'appends',
  'views',
  'tree',
  'policy',
  'policy-http',
  'http',
  'lag',
  'batch',
  'start',
];

/** Measures every figure beside its raw limit or its budget, prints both, and compares with the last run here. */
async function bench({ named, quick, large }: Asked): Promise<void> {
  const results = new Results();
  const { machine, commit, load } = results.run;
  say(`${machine}; commit ${commit}, load ${load}; medians, ours and the raw limit in turn\n`);
  for (const name of named.length > 0 ? named : ALWAYS) {
    const directory = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
    try {
      const figures = await SECTIONS[name]({ directory, quick, large, say });
      for (const figure of figures) say(results.add(figure));
      if (!quick) results.save();
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  say(quick ? '\nnot written: quick figures tell nothing' : `\nwritten to ${results.file}`);
}

interface Asked {
  readonly named: readonly Section[];
  readonly quick: boolean;
  readonly large: boolean;
}

function asked(): Asked {
  const names = Object.keys(SECTIONS) as Section[];
  const flags = [...names, 'quick', 'large'].map((name) => [name, { type: 'boolean' }] as const);
  const { values } = parseArgs({ options: Object.fromEntries(flags) });
  const has = (flag: string) => values[flag] === true;
  return { named: names.filter(has), quick: has('quick'), large: has('large') };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// As a server does.
keepHeapSmall();
await bench(asked());
