import { mkdirSync } from 'node:fs';

/** Makes a data directory where there is none, for the account of the process alone: keys lie in it beside what they seal. */
export const makeDataDirectory = (directory: string): void =>
  void mkdirSync(directory, { recursive: true, mode: 0o700 });
