import { hash } from 'node:crypto';
import type { ActorId } from '@pm/kernel';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, SignJWT } from 'jose';
import { type Role, ROLES } from './permissions.js';

/** Who a valid token speaks for. */
export interface Identity {
  readonly actor: ActorId;
  readonly roles: readonly Role[];
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Whose tokens are believed: our own secret's (HS256), or an identity provider's keys. */
export type TokenTrust = { readonly secret: string } | { readonly jwksUrl: string };

export interface TokenSettings {
  readonly trust: TokenTrust;
  readonly issuer: string;
  readonly audience: string;
}

/** There is no token, or it cannot be believed. */
export class Unauthenticated extends Error {
  constructor(options?: ErrorOptions) {
    super('send a valid token: authorization: Bearer <token>', options);
    this.name = 'Unauthenticated';
  }
}

const REMEMBERED_MAX = 10_000;
const CLOCK_TOLERANCE_S = 5;

/** Verifies tokens; one that was verified is remembered until it expires. */
export class Tokens {
  private readonly remembered = new Map<string, Identity>();
  private readonly verify: (token: string) => Promise<JWTPayload>;

  constructor(settings: TokenSettings) {
    this.verify = verifier(settings);
  }

  /** @throws Unauthenticated */
  async identify(token: string): Promise<Identity> {
    const digest = hash('sha256', token, 'base64');
    const known = this.remembered.get(digest);
    if (known && known.expiresAt > Date.now() / 1000) return known;
    this.remembered.delete(digest);
    const identity = await this.verified(token);
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.delete(this.remembered.keys().next().value!);
    this.remembered.set(digest, identity);
    return identity;
  }

  private async verified(token: string): Promise<Identity> {
    try {
      return identityIn(await this.verify(token));
    } catch (cause) {
      throw new Unauthenticated({ cause });
    }
  }
}

/** The token in an Authorization header. @throws Unauthenticated where there is none */
export function bearer(header: string | undefined): string {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
  if (!token || token.length > 8192) throw new Unauthenticated();
  return token;
}

/** Mints a token of our own. @param ttlSeconds how long it is valid */
export async function mintToken(
  secret: string,
  { issuer, audience }: Pick<TokenSettings, 'issuer' | 'audience'>,
  { actor, roles, ttlSeconds }: { actor: string; roles: readonly Role[]; ttlSeconds: number },
): Promise<string> {
  return new SignJWT({ roles })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(actor)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${ttlSeconds} seconds`)
    .sign(new TextEncoder().encode(secret));
}

function verifier({ trust, issuer, audience }: TokenSettings): (token: string) => Promise<JWTPayload> {
  const claims = { issuer, audience, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['sub', 'exp'] };
  if ('secret' in trust) {
    const key = new TextEncoder().encode(trust.secret);
    return async (token) => (await jwtVerify(token, key, { ...claims, algorithms: ['HS256'] })).payload;
  }
  const keys = createRemoteJWKSet(new URL(trust.jwksUrl));
  const algorithms = ['RS256', 'ES256', 'EdDSA'];
  return async (token) => (await jwtVerify(token, keys, { ...claims, algorithms })).payload;
}

function identityIn({ sub, exp, roles }: JWTPayload): Identity {
  if (!sub || sub.length > 200 || exp === undefined) throw new Error('the token names nobody');
  const named: unknown[] = Array.isArray(roles) ? roles : [];
  return { actor: sub as ActorId, roles: ROLES.filter((role) => named.includes(role)), expiresAt: exp };
}
