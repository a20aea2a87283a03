import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '@pm/eventing';

const SECRET_BYTES = 32;

/** In one shape, so that whoever looks for secrets in files finds it. */
const KEY = /^tlk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/;

/** Whether a bearer's text is meant as a key, and not as a token: no JWT begins so. */
export const isKeyText = (text: string): boolean => text.startsWith('tlk_');

/** A key as it is shown once, and what is kept of it. */
export interface NewKey {
  readonly text: string;
  readonly hash: string;
}

export function newKey(keyId: string): NewKey {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  // Fast on purpose: 256 random bits cannot be guessed, however fast, as a password could.
  return { text: `tlk_${keyId}_${secret}`, hash: sha256(secret) };
}

/** @returns undefined where the text has not the shape of a key */
export function keyIn(text: string): { readonly keyId: string; readonly secret: string } | undefined {
  const [, keyId, secret] = KEY.exec(text) ?? [];
  return keyId && secret ? { keyId, secret } : undefined;
}

/** In a time that tells nothing about where they differ. */
export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(secret), 'hex'), Buffer.from(hash, 'hex'));
