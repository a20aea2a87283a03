import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';

/** An identity provider: where it publishes its keys, and where its tokens say roles. */
export interface Provider {
  readonly jwksUrl: string;
  /** The claim's name, or its path in dots (`realm_access.roles`); `roles` where absent. */
  readonly rolesClaim?: string;
}

/** Whose tokens are believed: our own secret's (HS256), or an identity provider's. */
export type TokenTrust = { readonly secret: string } | Provider;

export interface TokenSettings {
  readonly trust: TokenTrust;
  readonly issuer: string;
  readonly audience: string;
}

/** The identity provider does not tell its keys, and the token may be signed by one that is not known yet. */
export class ProviderUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the keys of the identity provider cannot be read at the moment; try again', options);
    this.name = 'ProviderUnavailable';
  }
}

/** How long a provider's keys are believed, and what they signed: one that it took back counts no more after that. */
export const KEYS_KEPT_MS = 600_000;
/** Tokens that name unknown keys make us ask the provider so often and no more. */
const ASK_AGAIN_MS = 30_000;
const ANSWER_MS_MAX = 5000;
const CLOCK_TOLERANCE_S = 5;

/**
 * Checks signature, algorithm, issuer, audience and times.
 *
 * @throws ProviderUnavailable, and an error of jose for a token that is not believed
 */
export function verifierOf(settings: TokenSettings): (token: string) => Promise<JWTPayload> {
  const { trust, issuer, audience } = settings;
  const claims = { issuer, audience, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'] };
  if ('secret' in trust) {
    const key = new TextEncoder().encode(trust.secret);
    return async (token) => (await jwtVerify(token, key, { ...claims, algorithms: ['HS256'] })).payload;
  }
  const keys = keysOf(trust);
  const algorithms = ['RS256', 'ES256', 'EdDSA'];
  return async (token) => (await jwtVerify(token, keys, { ...claims, algorithms })).payload;
}

function keysOf({ jwksUrl }: Provider): JWTVerifyGetKey {
  const published = createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: KEYS_KEPT_MS,
    cooldownDuration: ASK_AGAIN_MS,
    timeoutDuration: ANSWER_MS_MAX,
  });
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (cause) {
      if (isTokensFault(cause)) throw cause;
      throw new ProviderUnavailable({ cause });
    }
  };
}

/** It names a key that the provider does not have, or does not say which of several. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
