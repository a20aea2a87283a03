import { readFileSync } from 'node:fs';
import { BadConfig } from '@pm/config';

/** What a file holds that a setting names. @throws BadConfig naming the setting */
export function settingFile(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadConfig([`${setting}: ${(error as Error).message}`]);
  }
}
