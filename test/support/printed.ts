import { jest } from '@jest/globals';
import { type Config, readConfig } from '@pm/config';
import type { Command } from 'commander';

/** @returns what a command line printed, under the settings of this environment */
export async function printed(
  command: (config: Config) => Command,
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<string> {
  const texts: string[] = [];
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => Boolean(texts.push(String(text))));
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await command(readConfig(env)).parseAsync(words, { from: 'user' });
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
  return texts.join('');
}
