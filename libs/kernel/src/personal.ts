import { reject, type Rejection } from './rejection.js';

/**
 * Text sealed under one person's key (AES-256-GCM). Whoever holds the key can open it; once the key is destroyed nobody can.
 */
export interface Sealed {
  /** The person whose key opens it. */
  readonly sealedFor: string;
  /** Base64url of initialisation vector, ciphertext and tag. */
  readonly box: string;
}

/**
 * Text about a person. A decider states it in clear; the log and the views hold it sealed; a reader with the right
 * to see it gets it opened, or null once the person was erased.
 */
export type PersonalText = string | Sealed;

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealedFor' in value && 'box' in value;
}

export const personErased = (person: string): Rejection =>
  reject('person-erased', 'The person was erased: nothing more can be written about or by them.', { person });
