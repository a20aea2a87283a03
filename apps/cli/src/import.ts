import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { addressesIn } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type Plan, planOf, readMapping } from '@pm/importing';
import type { ImportReport } from '@pm/intake';
import { Command } from 'commander';
import { carryOut } from './import/carry-out.js';
import { openForDryRun, openForImport } from './import/open-stores.js';
import { type Address, sendImport } from './import/send-import.js';
import { serverAddress } from './import/server-address.js';
import { rejectedCsv, summary } from './import/summary.js';
import { Progress } from './progress.js';
import { UsageError } from './usage-error.js';

interface ImportOptions extends Partial<Address> {
  readonly mapping: string;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

/** Tells a script that the import was carried out, but for some rows. */
const SOME_REJECTED = 2;

/** `import`: units, people, goals, KPIs, targets and measurements from a CSV file. Exits with 2 where something was rejected. */
export function importCommand(config: Config): Command {
  return new Command('import')
    .description('record the units, people, goals, KPIs, targets and measurements of a CSV file')
    .argument('<file>', 'CSV in UTF-8; its first line names the columns')
    .requiredOption('--mapping <file>', 'what the columns mean: JSON, see docs/import.md')
    .option('--dry-run', 'decide everything and store nothing')
    .option('--rejected <file>', 'write all that was rejected as CSV')
    .option('--url <url>', 'the server that imports it; else the one on this data directory, where one runs')
    .option('--token <token>', 'what that server believes; else one is minted')
    .action(async (file: string, options: ImportOptions) => {
      const { dryRun = false, rejected } = options;
      const startedAt = performance.now();
      const report = await imported(config, file, options);
      const seconds = (performance.now() - startedAt) / 1000;
      process.stdout.write(summary(report, { file, dryRun, seconds }));
      if (rejected !== undefined) writeFileSync(rejected, rejectedCsv(report.rejected));
      if (report.rejected.length > 0) process.exitCode = SOME_REJECTED;
    });
}

/** By this process, or by a server: the one that was named, or that holds the data. */
async function imported(config: Config, file: string, options: ImportOptions): Promise<ImportReport> {
  const { mapping, dryRun = false, url } = options;
  if (dryRun && url !== undefined)
    throw new UsageError('--dry-run decides on the data directory here: leave --url out');
  const plan = await readPlan(file, mapping);
  const addresses = addressesIn(config);
  const here = dryRun
    ? await openForDryRun(addresses)
    : url === undefined
      ? await openForImport(addresses)
      : undefined;
  const progress = new Progress(dryRun ? 'decided' : 'recorded');
  const onProgress = (done: number, of: number) => progress.show(done, of);
  try {
    if (here) return await carryOut(plan, here, { project: !dryRun, onProgress });
    return await sendImport(await serverAddress(config, options), { file, mapping }, onProgress);
  } finally {
    progress.end();
  }
}

/** All of it is read before anything is recorded. */
async function readPlan(file: string, mappingFile: string): Promise<Plan> {
  const progress = new Progress('rows read');
  try {
    const mapping = readMapping(readFileSync(mappingFile, 'utf8'));
    return await planOf(createReadStream(file), mapping, (rows) => progress.show(rows));
  } catch (error) {
    const { path, code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`there is no file ${path}`);
    if (code === 'EISDIR' || code === 'EACCES') throw new UsageError(`cannot read it: ${String(error)}`);
    throw error;
  } finally {
    progress.end();
  }
}
