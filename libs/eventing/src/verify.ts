import { GENESIS, hashOf } from './canonical.js';
import { type EventStore, LIMITS, type LoggedEvent } from './event-store.js';

/** What a verification found. */
export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly head: string | undefined;
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
  const ends = new Map<string, { revision: number; hash: string }>();
  let [events, after, atHead] = [0, undefined as string | undefined, false];
  while (!atHead) {
    const page = await store.readAll({ after, limit: LIMITS.pageEvents });
    for (const event of page.events) {
      const problem = faultOf(event, ends.get(event.stream), after);
      const { position, stream, revision } = event;
      if (problem) return { events, streams: ends.size, head: after, fault: { position, stream, problem } };
      ends.set(stream, { revision, hash: hashOf(event) });
      after = position;
      events += 1;
    }
    onProgress(events);
    after = page.upTo;
    atHead = page.atHead;
  }
  return { events, streams: ends.size, head: await store.head() };
}

function faultOf(
  { position, revision, metadata }: LoggedEvent,
  end: { revision: number; hash: string } | undefined,
  before: string | undefined,
): string | undefined {
  if (before !== undefined && position <= before) return `stands after ${before}`;
  const expected = end ? end.revision + 1 : 0;
  if (revision !== expected) return `has revision ${revision} where ${expected} follows`;
  if (metadata.prevHash !== (end?.hash ?? GENESIS)) return 'the event before it in its stream was changed';
  return undefined;
}
