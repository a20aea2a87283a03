import { createSecretKey, type KeyObject } from 'node:crypto';
import { BadConfig, type Config, MASTER_KEY } from '@pm/config';
import type { MasterKeys } from '@pm/eventing';
import { isInDataDirectory } from './checkpoint-settings.js';
import { settingFile } from './setting-file.js';

/** @returns undefined where people's keys lie in clear @throws BadConfig */
export function masterKeysIn(config: Config): MasterKeys | undefined {
  const { THROUGHLINE_MASTER_KEY: text, THROUGHLINE_MASTER_KEY_FILE: file } = config;
  const { THROUGHLINE_MASTER_KEY_OLD_FILE: oldFile } = config;
  const named = file ? masterKeyIn(config, file, 'THROUGHLINE_MASTER_KEY_FILE') : undefined;
  const current = text ? keyOf(text) : named;
  const others = oldFile ? [masterKeyIn(config, oldFile, 'THROUGHLINE_MASTER_KEY_OLD_FILE')] : [];
  return current || others.length > 0 ? { current, others } : undefined;
}

/**
 * The master key in a file.
 *
 * @param setting what named the file, for whoever reads the error
 * @throws BadConfig
 */
export function masterKeyIn(config: Config, file: string, setting: string): KeyObject {
  if (isInDataDirectory(config, file))
    throw new BadConfig([
      `${setting}: ${file} is in the data directory, whose copies would hold it; keep it apart`,
    ]);
  const text = settingFile(file, setting).trim();
  if (!MASTER_KEY.test(text))
    throw new BadConfig([
      `${setting}: ${file} must hold 32 bytes as base64, as openssl rand -base64 32 makes them`,
    ]);
  return keyOf(text);
}

const keyOf = (text: string): KeyObject => createSecretKey(text, 'base64');
