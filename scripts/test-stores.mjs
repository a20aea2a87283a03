// Runs contracts, journeys and one workload on every store that is named; says what it skips, and what each came to.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './build.mjs';

const SUITES = ['test/contracts', 'test/journeys', 'test/differential'];
/** A server on a busy machine takes its time. */
const TEST_MS_MAX = 60_000;

/** Each engine: the variable that names its server, if it is one, and the specs that are its own. */
const ENGINES = {
  memory: { specs: /(memory|inline)\.spec\.ts$/ },
  SQLite: { specs: /sqlite[^.]*\.spec\.ts$/ },
  EventStoreDB: { variable: 'EVENTSTOREDB_URL', specs: /eventstoredb[^.]*\.spec\.ts$/ },
  MongoDB: { variable: 'MONGODB_URL', specs: /mongodb[^.]*\.spec\.ts$/ },
  Redis: { variable: 'REDIS_URL', specs: /bullmq[^.]*\.spec\.ts$/ },
};
/** How a journey says where it leads: "in memory", "on EventStoreDB and MongoDB". */
const PLACE = /\b(?:in|on) (memory|SQLite|EventStoreDB|MongoDB)(?: and (SQLite|MongoDB))?/;
/** The name of the one test that stands for those of a missing server. */
const NOT_RUN = /^is not run/;

const isNamed = ({ variable }) => variable === undefined || process.env[variable];
for (const [engine, { variable }] of Object.entries(ENGINES).filter(([, engine]) => !isNamed(engine))) {
  print(`skipped ${engine}: ${variable} is not set`);
}
const named = Object.keys(ENGINES).filter((engine) => isNamed(ENGINES[engine]));
print(`running on: ${named.join(', ')}`);

const directory = mkdtempSync(join(tmpdir(), 'throughline-stores-'));
try {
  const results = join(directory, 'results.json');
  const status = run(results);
  const counts = countsIn(JSON.parse(readFileSync(results, 'utf8')));
  for (const engine of named) {
    const { passed = 0, failed = 0 } = counts.get(engine) ?? {};
    print(`${engine}: ${passed} passed, ${failed} failed`);
  }
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true });
}

function run(results) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const settings = [`--testTimeout=${TEST_MS_MAX}`, '--maxWorkers=2', '--json', `--outputFile=${results}`];
  const words = [...flags, jest, ...SUITES, ...settings, ...process.argv.slice(2)];
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status;
}

/** A test counts for every engine that it runs on. */
function countsIn({ testResults }) {
  const counts = new Map();
  for (const { name, assertionResults } of testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      if (NOT_RUN.test(title)) continue;
      for (const engine of enginesOf(basename(name), ancestorTitles.join(' '))) {
        const count = counts.get(engine) ?? {};
        counts.set(engine, { ...count, [status]: (count[status] ?? 0) + 1 });
      }
    }
  }
  return counts;
}

function enginesOf(file, title) {
  const own = Object.keys(ENGINES).filter((engine) => ENGINES[engine].specs.test(file));
  if (own.length > 0) return own;
  const [, ...places] = PLACE.exec(title) ?? [];
  return places.filter(Boolean);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
