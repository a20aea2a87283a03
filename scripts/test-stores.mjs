// Runs the contract suites and journeys on every store that can be reached, and says which could not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

for (const [engine, variable] of Object.entries({
  EventStoreDB: 'EVENTSTOREDB_URL',
  MongoDB: 'MONGODB_URL',
  Redis: 'REDIS_URL',
})) {
  const set = process.env[variable] ? `${variable} is set, but` : `${variable} is not set, and`;
  process.stdout.write(`skipped ${engine}: ${set} this version has no adapter for it\n`);
}
process.stdout.write('running on: memory, SQLite\n');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(process.execPath, [...flags, jest, 'test/contracts', 'test/journeys'], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
