import { createHash } from 'node:crypto';
import { hashOf, sha256 } from './canonical.js';
import { type EventStore, LIMITS, type LoggedEvent } from './event-store.js';
import { NO_STREAM, type StreamEnd } from './recording.js';

/** What a verification found. */
export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly head: string | undefined;
  /** Where each stream ends. The hash of its last event stands for all that the stream holds. */
  readonly ends: ReadonlyMap<string, StreamEnd>;
  /** SHA-256 (hex) over the ids of all events in the order of the log. */
  readonly order: string;
  /** The first event that is not as it was recorded; undefined where all are. */
  readonly fault?: { readonly position: string; readonly stream: string; readonly problem: string };
}

/**
 * Reads the whole log and checks that positions ascend, that every stream's revisions have no holes, and that every
 * event names the hash of the one before it in its stream.
 *
 * @param onProgress told how many events were checked so far
 */
export async function verify(
  store: EventStore,
  onProgress: (events: number) => void = () => {},
): Promise<Verification> {
  const survey = new Survey();
  for await (const event of wholeLog(store)) {
    const problem = survey.add(event);
    const { position, stream } = event;
    if (problem) return { ...survey.found(), fault: { position, stream, problem } };
    onProgress(survey.events);
  }
  return { ...survey.found(), head: await store.head() };
}

/** What a log holds, as far as it was looked at: event by event, in its order. */
export class Survey {
  events = 0;
  /** The last event's position. */
  head: string | undefined;
  private readonly ends = new Map<string, StreamEnd>();
  private readonly ids = createHash('sha256');

  /** @returns what is wrong with the event, which is left out then */
  add(event: LoggedEvent): string | undefined {
    const problem = problemOf(event, this.ends.get(event.stream) ?? NO_STREAM, this.head);
    if (problem) return problem;
    this.ends.set(event.stream, { revision: event.revision, hash: hashOf(event) });
    this.ids.update(event.id);
    this.head = event.position;
    this.events += 1;
    return undefined;
  }

  found(): Verification {
    const { events, head, ends } = this;
    return { events, streams: ends.size, head, ends, order: this.ids.copy().digest('hex') };
  }
}

/** Every event of a log in order, up to where it ends when the reader gets there. */
export async function* wholeLog(store: EventStore, start?: string): AsyncGenerator<LoggedEvent, undefined> {
  for (let after = start; ;) {
    const page = await store.readAll({ after, limit: LIMITS.pageEvents });
    yield* page.events;
    if (page.atHead) return;
    after = page.upTo;
  }
}

/** One hash (SHA-256, hex) for the ends of all streams, whatever their order. */
export function hashOfEnds(ends: ReadonlyMap<string, StreamEnd>): string {
  const lines = [...ends].map(([stream, { revision, hash }]) => `${stream} ${revision} ${hash}\n`);
  return sha256(lines.sort().join(''));
}

function problemOf(
  { position, revision, metadata }: LoggedEvent,
  end: StreamEnd,
  before: string | undefined,
): string | undefined {
  if (before !== undefined && position <= before) return `stands after ${before}`;
  const expected = end.revision + 1;
  if (revision !== expected) return `has revision ${revision} where ${expected} follows`;
  if (metadata.prevHash !== end.hash) return 'the event before it in its stream was changed';
  return undefined;
}
