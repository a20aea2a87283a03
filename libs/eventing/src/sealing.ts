import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { isSealed, personErased, type PersonalText, type Sealed } from '@pm/kernel';
import type { Keys } from './keys.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text under a person's key. The initialisation vector derives from key, event and field, so that the same
 * event sealed again is equal to the byte, and no two fields share one.
 */
export function seal(
  text: string,
  person: string,
  key: Buffer,
  place: { eventId: string; field: string },
): Sealed {
  const iv = createHmac('sha256', key)
    .update(`${place.eventId} ${place.field}`)
    .digest()
    .subarray(0, IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    sealedFor: person,
    box: Buffer.concat([iv, ciphertext, cipher.getAuthTag()]).toString('base64url'),
  };
}

/** @throws Error where the box was sealed under another key or changed since */
export function unseal({ box }: Sealed, key: Buffer): string {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

export async function sealFor(
  keys: Keys,
  text: PersonalText,
  person: string,
  place: { eventId: string; field: string },
): Promise<Sealed> {
  if (isSealed(text)) return text;
  const key = await keys.keyFor(person);
  if (!key) throw personErased(person);
  return seal(text, person, key, place);
}

/** A copy of a document for its readers: text about a person in clear, or null once they were erased. */
export type Opened<T> = T extends string
  ? T
  : T extends Sealed
    ? null
    : T extends object
      ? { -readonly [Field in keyof T]: Opened<T[Field]> }
      : T;

/**
 * A document with every sealed text opened; null where the person was erased. What holds no sealed text is left as it
 * is. Call it at the edge, for a reader with the right to see it: views and caches hold sealed text only.
 */
export async function opened<T>(keys: Keys, document: T): Promise<Opened<T>> {
  const people = new Set<string>();
  collectPeople(document, people);
  if (people.size === 0) return document as Opened<T>;
  return openedWith(await keys.existingKeys([...people]), document) as Opened<T>;
}

/** The same for whoever may see what is about one person alone: text about anybody else is null, too. */
export async function openedFor<T>(keys: Keys, person: string, document: T): Promise<Opened<T>> {
  return openedWith(await keys.existingKeys([person]), document) as Opened<T>;
}

function collectPeople(value: unknown, people: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSealed(value)) people.add(value.sealedFor);
  else for (const field of Object.values(value)) collectPeople(field, people);
}

function openedWith(keys: ReadonlyMap<string, Buffer>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) {
    const key = keys.get(value.sealedFor);
    return key ? unseal(value, key) : null;
  }
  if (Array.isArray(value)) return value.map((item) => openedWith(keys, item));
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, openedWith(keys, field)]));
}

/** A fingerprint of text that only the key's holder can compute, so that a short text cannot be guessed from it. */
export async function fingerprint(keys: Keys, text: string, person: string): Promise<string> {
  const key = await keys.keyFor(person);
  if (!key) throw personErased(person);
  return createHmac('sha256', key).update(text).digest('hex');
}
