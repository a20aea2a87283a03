import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenSettings } from '@pm/access';
import type { Config } from '@pm/config';
import { makeDataDirectory } from './data-directory.js';

/** Whose tokens this deployment believes. */
export function tokenSettings(config: Config): TokenSettings {
  const { THROUGHLINE_JWKS_URL: jwksUrl, THROUGHLINE_ROLES_CLAIM: rolesClaim } = config;
  const { THROUGHLINE_TOKEN_ISSUER, THROUGHLINE_TOKEN_AUDIENCE } = config;
  return {
    trust: jwksUrl ? { jwksUrl, rolesClaim } : { secret: tokenSecret(config) },
    issuer: THROUGHLINE_TOKEN_ISSUER,
    audience: THROUGHLINE_TOKEN_AUDIENCE,
  };
}

/** The configured secret, else the data directory's own, made at first use and readable by its owner only. */
export function tokenSecret({ THROUGHLINE_TOKEN_SECRET, THROUGHLINE_DATA }: Config): string {
  if (THROUGHLINE_TOKEN_SECRET) return THROUGHLINE_TOKEN_SECRET;
  const file = join(THROUGHLINE_DATA, 'token.secret');
  makeDataDirectory(THROUGHLINE_DATA);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
