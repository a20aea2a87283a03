import { type EventStore, VersionConflict } from '@pm/eventing';
import { seed, times } from '../faults/form.js';
import { random } from '../support/random.js';
import { type Told, type ToldAppend, unexplained } from '../support/told-history.js';
import { idsOf, newStream, stored } from './stored.js';

const CLIENTS = 8;
const STREAMS = 3;
const TURNS = times(40, 400);
/** Of appends, those whose client does not wait for the answer. */
const UNHEARD = 0.1;

/** What clients beside each other are told can have happened one after the other. */
export function explaining(store: () => EventStore): void {
  it(`answers ${CLIENTS} clients as if one came after the other (seed ${seed})`, async () => {
    const streams = Array.from({ length: STREAMS }, newStream);
    const history: Told[] = [];
    const pending: Promise<unknown>[] = [];
    const client = async (number: number) => {
      const chance = random(seed + number);
      for (let turn = 0; turn < TURNS; turn++) {
        const stream = streams[Math.floor(chance() * STREAMS)]!;
        const append = begin(store(), stream, await read(store(), stream, history));
        pending.push(append.heard);
        history.push(chance() < UNHEARD ? append.unheard : await append.heard);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    await Promise.all(pending);
    for (const stream of streams) await read(store(), stream, history);
    expect(unexplained(history)).toEqual([]);
  }, 60_000);
}

/** @returns how many events the stream had */
async function read(store: EventStore, stream: string, history: Told[]): Promise<number> {
  const askedMs = performance.now();
  const ids = idsOf(await store.readStream(stream));
  history.push({ kind: 'read', stream, ids, askedMs, answeredMs: performance.now() });
  return ids.length;
}

/** Asks for one event more, of a client that hears the answer, and of one that does not. */
function begin(store: EventStore, stream: string, revision: number) {
  const event = stored(stream, revision);
  const askedMs = performance.now();
  const asked = { kind: 'append', stream, id: event.id, revision, askedMs } as const;
  const outcome = store.append(stream, revision === 0 ? 'none' : revision - 1, [event]).then(
    ({ position }) => ({ position }),
    (conflict: unknown) => ({ length: lengthIn(conflict) }),
  );
  return {
    unheard: { ...asked, outcome: 'unknown', answeredMs: askedMs } as ToldAppend,
    heard: outcome.then((told): ToldAppend => ({ ...asked, outcome: told, answeredMs: performance.now() })),
  };
}

/** How many events the stream had that refused one. */
function lengthIn(conflict: unknown): number {
  if (!(conflict instanceof VersionConflict)) throw conflict;
  return conflict.actual === 'none' ? 0 : conflict.actual + 1;
}
