import type { KeyObject } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Config } from '@pm/config';
import { CheckpointFile, readPrivateKey } from '@pm/eventing';

/** Where signed checkpoints of the log go, and the key that signs them. */
export interface CheckpointSettings {
  readonly key: KeyObject;
  readonly file: CheckpointFile;
}

/** A checkpoint file, or its key, where whoever changes the log can change it, too. */
export class InsideDataDirectory extends Error {
  constructor(file: string, directory: string) {
    super(
      `${file} is inside the data directory ${directory}: whoever changes the log there could change it as well; ` +
        'name a place that is kept apart',
    );
    this.name = 'InsideDataDirectory';
  }
}

/**
 * @returns undefined where nothing is to be signed
 * @throws UnusableKey, InsideDataDirectory, StoreUnavailable where the file cannot be written
 */
export function checkpointSettings(config: Config): CheckpointSettings | undefined {
  const { THROUGHLINE_CHECKPOINT_KEY: key, THROUGHLINE_CHECKPOINT_FILE: file } = config;
  return key && file ? checkpointsTo(config, { key, file }) : undefined;
}

/** @throws UnusableKey, InsideDataDirectory, StoreUnavailable where the file cannot be written */
export const checkpointsTo = (config: Config, paths: { key: string; file: string }): CheckpointSettings => ({
  key: readPrivateKey(outside(config, paths.key)),
  file: CheckpointFile.toAppend(outside(config, paths.file)),
});

/** @returns the file @throws InsideDataDirectory */
export function outside(config: Config, file: string): string {
  if (isInDataDirectory(config, file)) throw new InsideDataDirectory(file, config.THROUGHLINE_DATA);
  return file;
}

export const isInDataDirectory = ({ THROUGHLINE_DATA: directory }: Config, file: string): boolean =>
  `${actual(file)}${sep}`.startsWith(`${actual(directory)}${sep}`);

/** The path without symbolic links, as far as it exists. */
function actual(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const above = dirname(absolute);
    return above === absolute ? absolute : join(actual(above), basename(absolute));
  }
}
