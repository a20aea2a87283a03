import { type KeyObject, sign, verify } from 'node:crypto';
import type { Instant } from '@pm/kernel';
import { canonicalJson, sha256 } from '../canonical.js';
import type { StreamEnd } from '../recording.js';
import { fingerprintOf } from './signing-key.js';

/** What a log held at a moment: all that is signed, but for the place among other checkpoints. */
export interface CheckpointFacts {
  readonly logId: string;
  /** The last event's position; absent in an empty log. */
  readonly head?: string;
  readonly takenAt: Instant;
  readonly events: number;
  readonly streams: number;
  /** SHA-256 (hex) over every stream's name, revision and head hash, as `hashOfEnds` makes it. */
  readonly ends: string;
  /** SHA-256 (hex) over the ids of all events in their order. */
  readonly order: string;
  /** Where those streams end that got events since the checkpoint before: by them a fault is traced to its stream. */
  readonly moved: Readonly<Record<string, StreamEnd>>;
}

/** One line of a checkpoint file, in canonical JSON (RFC 8785). */
export interface SignedCheckpoint extends CheckpointFacts {
  /** Of this form of checkpoints. */
  readonly version: typeof VERSION;
  /** SHA-256 (hex) of the line before; zeros in the first. */
  readonly previous: string;
  /** SHA-256 (hex) over the public key (SPKI, DER) that the signature is checked with. */
  readonly key: string;
  /** Ed25519 (base64) over the canonical JSON of all other fields. */
  readonly signature: string;
}

const VERSION = 1;

/** A checkpoint file that is not as it was written, or not by whom it should be. */
export class BadCheckpoint extends Error {
  /** @param line counted from 1 */
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`checkpoint ${line} is not to be trusted: ${what}`);
    this.name = 'BadCheckpoint';
  }
}

/** @returns the line of a file that holds it, without its end */
export function signCheckpoint(facts: CheckpointFacts, previous: string, key: KeyObject): string {
  const content = { ...facts, version: VERSION, previous, key: fingerprintOf(key) };
  const signature = sign(null, Buffer.from(canonicalJson(content)), key).toString('base64');
  return canonicalJson({ ...content, signature });
}

/** Names a line in the one behind it. */
export const hashOfLine = (line: string): string => sha256(line);

/** Where a line stands: its number from 1, and the hash of the one before it. */
export interface LinePlace {
  readonly line: number;
  readonly previous: string;
}

/** @throws BadCheckpoint where a line was not written by the owner of the key, at this place */
export function readCheckpoint(
  text: string,
  { line, previous }: LinePlace,
  key: KeyObject,
): SignedCheckpoint {
  const refuse = (what: string) => new BadCheckpoint(line, what);
  const read = objectIn(text);
  if (!read) throw refuse('it is no line that this program wrote; it may be cut off');
  if (read.version !== VERSION)
    throw refuse(`its version is ${String(read.version)}, this program knows version ${VERSION}`);
  const fingerprint = fingerprintOf(key);
  if (read.key !== fingerprint)
    throw refuse(`it was signed with the key ${String(read.key)}, where ${fingerprint} is trusted`);
  const { signature, ...content } = read;
  if (!isSigned(canonicalJson(content), signature, key))
    throw refuse('its signature is not of what it says: it was changed, or forged');
  if (read.previous !== previous) throw refuse('it does not follow the one before: others were removed');
  return read as unknown as SignedCheckpoint;
}

/** One signature has one text: base64 that is written in another way is refused, as the line would get another hash. */
function isSigned(content: string, signature: unknown, key: KeyObject): boolean {
  if (typeof signature !== 'string') return false;
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verify(null, Buffer.from(content), key, bytes);
}

/** @returns undefined where the text is not the canonical JSON of an object */
function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && canonicalJson(value) === text ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
