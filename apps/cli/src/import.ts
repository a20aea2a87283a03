import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { addressesIn, type StoreAddresses, type Stores } from '@pm/assembly';
import type { Config } from '@pm/config';
import { type Plan, planOf, readMapping } from '@pm/importing';
import { Command } from 'commander';
import { carryOut } from './import/carry-out.js';
import { openForDryRun, openForImport } from './import/open-stores.js';
import { rejectedCsv, summary } from './import/summary.js';
import { Progress } from './progress.js';
import { UsageError } from './usage-error.js';

interface ImportOptions {
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
    .action(async (file: string, { mapping, dryRun = false, rejected }: ImportOptions) => {
      const startedAt = performance.now();
      const plan = await readPlan(file, mapping);
      const stores = await openStores(addressesIn(config), dryRun);
      const progress = new Progress(dryRun ? 'decided' : 'recorded');
      const report = await carryOut(plan, stores, {
        project: !dryRun,
        onProgress: (done, of) => progress.show(done, of),
      });
      progress.end();
      const seconds = (performance.now() - startedAt) / 1000;
      process.stdout.write(summary(report, { file, dryRun, seconds }));
      if (rejected !== undefined) writeFileSync(rejected, rejectedCsv(report.rejected));
      if (report.rejected.length > 0) process.exitCode = SOME_REJECTED;
    });
}

function openStores(addresses: StoreAddresses, dryRun: boolean): Promise<Stores> {
  return dryRun ? openForDryRun(addresses) : openForImport(addresses);
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
