import { hash } from 'node:crypto';
import { type ActorId, Recent } from '@pm/kernel';
import { type JWTPayload, SignJWT } from 'jose';
import { type Identity, keyIdOf } from './identity.js';
import { type Role, ROLES } from './permissions.js';
import { KEYS_KEPT_MS, ProviderUnavailable, type TokenSettings, verifierOf } from './trust.js';

/** There is no token, or it cannot be believed. */
export class Unauthenticated extends Error {
  constructor(options?: ErrorOptions) {
    super('send a valid token: authorization: Bearer <token>', options);
    this.name = 'Unauthenticated';
  }
}

const REMEMBERED_LEAST = 5000;

interface Remembered {
  readonly identity: Identity;
  /** Milliseconds since 1970. From then on it is verified again. */
  readonly until: number;
}

/** Verifies tokens; one that was verified is remembered until it expires, or its key may have been taken back. */
export class Tokens {
  private readonly remembered = new Recent<string, Remembered>(REMEMBERED_LEAST);
  private readonly verify: (token: string) => Promise<JWTPayload>;
  private readonly rolesClaim: string;
  private readonly keptMs: number;

  constructor(settings: TokenSettings) {
    const { trust } = settings;
    this.verify = verifierOf(settings);
    this.rolesClaim = ('jwksUrl' in trust && trust.rolesClaim) || 'roles';
    this.keptMs = 'jwksUrl' in trust ? KEYS_KEPT_MS : Infinity;
  }

  /** @throws Unauthenticated, ProviderUnavailable */
  async identify(token: string): Promise<Identity> {
    const digest = hash('sha256', token, 'base64');
    const known = this.remembered.get(digest);
    if (known && known.until > Date.now()) return known.identity;
    this.remembered.delete(digest);
    const identity = await this.verified(token);
    const until = Math.min(identity.expiresAt * 1000, Date.now() + this.keptMs);
    this.remembered.set(digest, { identity, until });
    return identity;
  }

  private async verified(token: string): Promise<Identity> {
    try {
      return identityIn(await this.verify(token), this.rolesClaim);
    } catch (cause) {
      if (cause instanceof ProviderUnavailable) throw cause;
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

function identityIn(payload: JWTPayload, rolesClaim: string): Identity {
  const { sub, exp } = payload;
  if (!sub || sub.length > 200 || exp === undefined) throw new Error('the token names nobody');
  if (keyIdOf(sub) !== undefined) throw new Error('the token names a key, which speaks for itself');
  const named = claimAt(payload, rolesClaim);
  const roles = ROLES.filter((role) => Array.isArray(named) && named.includes(role));
  return { actor: sub as ActorId, roles, expiresAt: exp };
}

/** Of that name, dots and all, as some providers use whole addresses; else along the path. */
function claimAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return holds ? (value as Record<string, unknown>)[name] : undefined;
  }, payload);
}
