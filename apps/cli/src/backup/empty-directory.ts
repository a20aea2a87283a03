import { mkdirSync, readdirSync } from 'node:fs';
import { UsageError } from '../usage-error.js';

/** Makes a directory that only its owner can read. @throws UsageError where there is anything in it */
export function makeEmpty(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (readdirSync(directory).length > 0)
    throw new UsageError(
      `${directory} is not empty; nothing was written. Name an empty directory, or a new one.`,
    );
}
