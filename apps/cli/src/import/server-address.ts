import { mintToken } from '@pm/access';
import { tokenSecret, tokenSettings } from '@pm/assembly';
import type { Config } from '@pm/config';
import { UsageError } from '../usage-error.js';
import type { Address } from './send-import.js';

/** Longer than any import takes. */
const TTL_SECONDS = 3600;

/**
 * Where to send an import to. What is not given comes from the settings that the server on this data directory has, too:
 * its address, and a token signed with its secret.
 *
 * @throws UsageError where tokens come from an identity provider and none is given
 */
export async function serverAddress(config: Config, given: Partial<Address>): Promise<Address> {
  const { THROUGHLINE_HOST: host, THROUGHLINE_PORT: port } = config;
  const url = given.url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (given.token !== undefined) return { url, token: given.token };
  if (config.THROUGHLINE_JWKS_URL)
    throw new UsageError('tokens come from your identity provider: give one by --token');
  const roles = ['controller', 'people-admin'] as const;
  const who = { actor: 'import', roles, ttlSeconds: TTL_SECONDS };
  return { url, token: await mintToken(tokenSecret(config), tokenSettings(config), who) };
}
