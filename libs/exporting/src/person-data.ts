import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventStore, type Keys, LIMITS, type LoggedEvent, openedFor } from '@pm/eventing';
import { begun } from './begun.js';

interface Held {
  readonly events: EventStore;
  readonly keys: Keys;
}

/**
 * Everything that the log holds about somebody, in its order, as NDJSON: what names them, what they did, and every text
 * under their key in clear. Texts of others that stand beside it are null, as theirs are once they were erased. Costs one
 * pass over the whole log.
 *
 * @throws StoreUnavailable before the first byte, or while they are taken
 */
export const personData = (held: Held, personId: string): Promise<AsyncIterable<Buffer>> =>
  begun(linesAbout(held, personId));

async function* linesAbout({ events, keys }: Held, personId: string): AsyncGenerator<Buffer> {
  for (let after: string | undefined; ;) {
    const page = await events.readAll({ after, limit: LIMITS.pageEvents });
    const theirs = page.events.map(toldOf).filter((event) => names(event, personId));
    const lines = await openedFor(keys, personId, theirs);
    if (lines.length > 0) yield Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    if (page.atHead) return;
    after = page.upTo;
    // A store that answers at once would keep everybody else waiting to the end of the log.
    await nextTurn();
  }
}

const toldOf = ({ position, stream, revision, type, data, metadata }: LoggedEvent) => {
  const { recordedAt, effectiveAt, actor, onBehalfOf, reason } = metadata;
  return { position, stream, revision, type, recordedAt, effectiveAt, actor, onBehalfOf, reason, data };
};

/** Whether a value, or anything in it, is this id. */
function names(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return value === id;
  return Object.values(value).some((each) => names(each, id));
}
