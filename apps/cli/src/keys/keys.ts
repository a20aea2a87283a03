import type { Config } from '@pm/config';
import { Command } from 'commander';
import { copyCommand } from './copy.js';
import { rotateCommand } from './rotate.js';

/** `keys`: works on the keys of all people. No key is ever printed. */
export function keysCommand(config: Config): Command {
  return new Command('keys')
    .description('work on the keys of all people')
    .addCommand(copyCommand(config))
    .addCommand(rotateCommand(config));
}
