import { BadConfig, readConfig } from '@pm/config';
import { Command, CommanderError } from 'commander';
import { backupCommand } from './backup/backup.js';
import { restoreCommand } from './backup/restore.js';
import { checkpointCommand } from './checkpoint.js';
import { demoCommand } from './demo/demo.js';
import { eventsCommand } from './events/copy.js';
import { exportCommand } from './export/export.js';
import { goalCommand } from './history/goal.js';
import { streamCommand } from './history/stream.js';
import { treeCommand } from './history/tree.js';
import { importCommand } from './import.js';
import { keysCommand } from './keys/keys.js';
import { readsCommand } from './reads/reads.js';
import { reportCommand } from './report.js';
import { retentionCommand } from './retention.js';
import { tokenCommand } from './token.js';
import { verifyCommand } from './verify.js';
import { viewsCommand } from './views/views.js';

/** A command line that failed with something to say to whoever typed it. */
const isExpected = (error: unknown): error is Error =>
  error instanceof BadConfig || (error instanceof Error && EXPECTED.has(error.name));

const EXPECTED = new Set([
  'AnotherLog',
  'BadCheckpoint',
  'BadMapping',
  'DamagedBackup',
  'DamagedSource',
  'DataLocked',
  'ForeignTarget',
  'InsideDataDirectory',
  'KeyConflict',
  'LimitExceeded',
  'MasterKeyMissing',
  'Rejection',
  'StoreUnavailable',
  'UnknownPosition',
  'UnreadableCsv',
  'UnusableKey',
  'UsageError',
  'ViewBehind',
]);

try {
  const config = readConfig();
  const program = new Command('throughline')
    .description('Works on the data in THROUGHLINE_DATA (default ./data).')
    .showHelpAfterError()
    .enablePositionalOptions()
    .exitOverride();
  for (const command of [
    backupCommand,
    checkpointCommand,
    demoCommand,
    eventsCommand,
    exportCommand,
    goalCommand,
    importCommand,
    keysCommand,
    readsCommand,
    reportCommand,
    restoreCommand,
    retentionCommand,
    streamCommand,
    tokenCommand,
    treeCommand,
    verifyCommand,
    viewsCommand,
  ])
    program.addCommand(command(config));
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(
      `${isExpected(error) ? error.message : ((error as Error).stack ?? String(error))}\n`,
    );
    process.exitCode = 1;
  }
}
