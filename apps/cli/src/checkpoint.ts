import { addressesIn, checkpointsTo, openReadOnly, outside } from '@pm/assembly';
import type { Config } from '@pm/config';
import { SystemClock, takeCheckpoint, writeKeyPair } from '@pm/eventing';
import { Command } from 'commander';
import { Progress } from './progress.js';
import { UsageError } from './usage-error.js';
import { foundText } from './verify.js';

interface CheckpointOptions {
  readonly key?: string;
  readonly to?: string;
}

/** `checkpoint`: signs where the log stands now, once it is as it was signed before. */
export function checkpointCommand(config: Config): Command {
  return new Command('checkpoint')
    .description('verify the log and sign where it stands, for verify --against')
    .enablePositionalOptions()
    .option('--key <file>', 'the private key, as keygen makes it', config.THROUGHLINE_CHECKPOINT_KEY)
    .option('--to <file>', 'where the signed line is appended', config.THROUGHLINE_CHECKPOINT_FILE)
    .action(async ({ key, to }: CheckpointOptions) => {
      if (key === undefined || to === undefined) throw new UsageError('name --key FILE and --to FILE');
      const { file, key: signer } = checkpointsTo(config, { key, file: to });
      const signing = { key: signer, clock: new SystemClock() };
      const stores = await openReadOnly(addressesIn(config));
      const progress = new Progress('events checked');
      try {
        const found = await takeCheckpoint(stores.events, file, signing, (done) => progress.show(done));
        progress.end();
        process.stdout.write(foundText(found));
        if (found.fault) process.exitCode = 1;
        else process.stdout.write(`checkpoint ${file.lines} signed: sha256 ${file.last}\n`);
      } finally {
        await stores.close();
      }
    })
    .addCommand(keygenCommand(config));
}

function keygenCommand(config: Config): Command {
  return new Command('keygen')
    .description('make a pair of Ed25519 keys, to sign checkpoints and to verify them')
    .requiredOption('--key <file>', 'where the private key goes: outside the data directory')
    .requiredOption('--public <file>', 'where the public key goes: for whoever verifies')
    .action((files: { key: string; public: string }) => {
      writeKeyPair({ ...files, key: outside(config, files.key) });
      process.stdout.write(`ok: ${files.key} signs, ${files.public} verifies\n`);
    });
}
