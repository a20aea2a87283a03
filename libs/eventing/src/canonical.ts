import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { StoredEvent } from './event-store.js';

/** A value that has no canonical JSON: a lone surrogate, a number that is not finite, a BigInt, a cycle. */
export class NotCanonical extends Error {
  constructor(options?: ErrorOptions) {
    super('the value cannot be written as canonical JSON', options);
    this.name = 'NotCanonical';
  }
}

/** JSON as of RFC 8785: one text for one value, on every machine. */
export function canonicalJson(value: object): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new NotCanonical({ cause });
  }
  if (text === undefined || !text.isWellFormed()) throw new NotCanonical();
  return text;
}

/** An event's data and metadata in canonical JSON, which is the form in which they are stored. */
export interface EventTexts {
  readonly data: string;
  readonly metadata: string;
}

const known = new WeakMap<StoredEvent, EventTexts>();

/** Written once an event, however many ask: events never change. */
export function textsOf(event: StoredEvent): EventTexts {
  let texts = known.get(event);
  if (!texts) {
    texts = { data: canonicalJson(event.data), metadata: canonicalJson(event.metadata) };
    known.set(event, texts);
  }
  return texts;
}

/**
 * SHA-256 (hex) over the canonical JSON of an event with its own prevHash: a chain that every store holds equally.
 * Personal text is covered as ciphertext, so erasing a key leaves the chain valid.
 */
export function hashOf(event: StoredEvent): string {
  const { id, stream, revision, type, schemaVersion } = event;
  const { data, metadata } = textsOf(event);
  return sha256(
    `{"data":${data},"id":"${id}","metadata":${metadata},"revision":${revision},` +
      `"schemaVersion":${schemaVersion},"stream":${JSON.stringify(stream)},"type":"${type}"}`,
  );
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Stands before the first event of every stream. */
export const GENESIS = '0'.repeat(64);
