import { createSecretKey, type KeyObject } from 'node:crypto';

/** A master key that is nobody's: the same for the same number. */
export const masterKey = (number: number): KeyObject => createSecretKey(Buffer.alloc(32, number));
