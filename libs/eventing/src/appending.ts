import { textsOf } from './canonical.js';
import { type ExpectedRevision, IdConflict, LimitExceeded, LIMITS, type StoredEvent } from './event-store.js';
import { isId } from './ids.js';

/**
 * What every store checks before it writes: names and ids that every engine takes, events that follow on the expected
 * revision, and the limits.
 */
export function checkAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly StoredEvent[],
): void {
  if (!/^[a-z]+-[^\s$\p{Cc}\p{Cs}]{1,200}$/u.test(stream))
    throw new TypeError(`not a stream name: ${stream}`);
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  if (events.length > LIMITS.appendEvents)
    throw new LimitExceeded('an append', LIMITS.appendEvents, 'events');
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length)
    throw new TypeError('an append names an id twice');
  checkSequence(stream, expected, events);
  const bytes = events.reduce((total, event) => total + sizeOf(event), 0);
  if (bytes > LIMITS.appendBytes) throw new LimitExceeded('an append', LIMITS.appendBytes, 'bytes');
}

function checkSequence(stream: string, expected: ExpectedRevision, events: readonly StoredEvent[]): void {
  const last = expected === 'none' ? -1 : expected;
  if (expected !== 'none' && (!Number.isSafeInteger(expected) || expected < 0))
    throw new TypeError(`not a revision: ${expected}`);
  for (const [index, event] of events.entries()) {
    checkEvent(event);
    if (event.stream !== stream || event.revision !== last + 1 + index) {
      throw new TypeError(`event ${index} is not the next of ${stream} after ${expected}`);
    }
  }
}

export function checkPage(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.pageEvents) {
    throw new LimitExceeded('a page', LIMITS.pageEvents, 'events');
  }
}

/** What makes two events with one id the same: type, schema version and data; not times or metadata. */
function contentOf(event: StoredEvent): string {
  return `${event.stream} ${event.type} ${event.schemaVersion} ${textsOf(event).data}`;
}

/**
 * Whether events are stored already, all of them and alike.
 *
 * @param found what is stored under the id of each
 * @throws IdConflict where an id is taken by other content, or only some of them are stored
 */
export function isRepetition(
  events: readonly StoredEvent[],
  found: readonly (StoredEvent | undefined)[],
): boolean {
  const taken = events.find((event, index) => found[index] && contentOf(found[index]) !== contentOf(event));
  if (taken) throw new IdConflict(taken.id);
  if (!found.includes(undefined)) return true;
  const partly = found.find((event) => event !== undefined);
  if (partly) throw new IdConflict(partly.id);
  return false;
}

function checkEvent({ id, type, schemaVersion, metadata }: StoredEvent): void {
  if (!isId(id)) throw new TypeError(`not a lower-case UUID: ${id}`);
  if (!/^[a-z]+(\.[A-Za-z]+)+$/.test(type)) throw new TypeError(`not an event type: ${type}`);
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1)
    throw new TypeError(`not a version: ${schemaVersion}`);
  if (!isInstant(metadata.recordedAt)) throw new TypeError(`not an instant: ${metadata.recordedAt}`);
}

/** In the one form whose text order is time order. */
const isInstant = (text: string): boolean => /^\d{4}-/.test(text) && new Date(text).toJSON() === text;

/** What an event counts towards the limits. @throws LimitExceeded where it is larger than any may be */
export function sizeOf(event: StoredEvent): number {
  const { data, metadata } = textsOf(event);
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
  if (bytes > LIMITS.eventBytes) throw new LimitExceeded('an event', LIMITS.eventBytes, 'bytes');
  return bytes;
}

/** Callbacks that are told that something happened, and can stop listening. */
export function listeners(): { add(listener: () => void): () => void; notify(): void } {
  const all = new Set<() => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    notify: () => all.forEach((listener) => listener()),
  };
}
