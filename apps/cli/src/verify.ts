import { addressesIn, openReadOnly } from '@pm/assembly';
import type { Config } from '@pm/config';
import {
  BadCheckpoint,
  CheckpointFile,
  type EventStore,
  readPublicKey,
  type Verification,
  verify,
  verifyAgainst,
} from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from './progress.js';
import { UsageError } from './usage-error.js';

interface VerifyOptions {
  readonly against?: string;
  readonly public?: string;
}

/**
 * `verify`: hash chain, revisions and counts of the whole log, and whether it holds what was signed. Exits with 1 where
 * anything is not as recorded.
 */
export function verifyCommand(config: Config): Command {
  return new Command('verify')
    .description('check hash chain, revisions and counts of the whole log')
    .option('--against <file>', 'check that the log holds what these signed checkpoints say as well')
    .option('--public <file>', 'the key that they are trusted by', config.THROUGHLINE_CHECKPOINT_KEY)
    .action(async (options: VerifyOptions) => {
      const look = lookFor(options);
      const stores = await openReadOnly(addressesIn(config));
      try {
        const progress = new Progress('events checked');
        const found = await look(stores.events, (done) => progress.show(done));
        progress.end();
        process.stdout.write(foundText(found));
        if (found.fault) process.exitCode = 1;
      } finally {
        await stores.close();
      }
    });
}

/** One line that says what was found. */
export function foundText({ events, streams, head, fault }: Verification): string {
  return fault
    ? `fault at ${fault.position} in ${fault.stream}: ${fault.problem}\n`
    : `ok: ${events} events in ${streams} streams, up to ${head ?? 'the start'}\n`;
}

type Look = (events: EventStore, onProgress: (events: number) => void) => Promise<Verification>;

/** @throws UsageError, UnusableKey */
function lookFor({ against, public: trusted }: VerifyOptions): Look {
  if (against === undefined) return verify;
  if (trusted === undefined)
    throw new UsageError(
      'name the key that signed the checkpoints: --public FILE, as checkpoint keygen made it',
    );
  const key = readPublicKey(trusted);
  return async (events, onProgress) => {
    const file = new CheckpointFile(against);
    const found = await verifyAgainst(events, file.read(key), onProgress);
    if (file.lines === 0) throw new BadCheckpoint(1, `${against} holds none`);
    if (!found.fault)
      process.stdout.write(`${file.lines} checkpoints hold, the last one: sha256 ${file.last}\n`);
    return found;
  };
}
