import fc from 'fast-check';
import type { EventStore, ExpectedRevision, StoredEvent } from '@pm/eventing';
import { asStored, newStream, NOTED, stored, STRUCK } from '../contracts/stored.js';

const STREAMS = 3;
const TYPES = [NOTED, STRUCK];

/** An event store in the fewest words: one list. */
export interface Model {
  readonly streams: readonly string[];
  readonly log: StoredEvent[];
  readonly appended: (readonly StoredEvent[])[];
}

/** Stores that answer the same commands, and each as the model does. */
export type Stores = readonly EventStore[];
type Command = fc.AsyncCommand<Model, Stores>;

export const emptyModel = (): Model => ({
  streams: Array.from({ length: STREAMS }, newStream),
  log: [],
  appended: [],
});

const ofStream = ({ log }: Model, stream: string) => log.filter((event) => event.stream === stream);
const isEqual = (a: StoredEvent, b: StoredEvent) =>
  a.stream === b.stream && a.type === b.type && JSON.stringify(a.data) === JSON.stringify(b.data);

/** What the model says comes of an append. */
function expectedOutcome(
  model: Model,
  expected: ExpectedRevision,
  events: readonly StoredEvent[],
): { stored?: true; already?: true; refusal?: object } {
  const found = events.map(({ id }) => model.log.find((event) => event.id === id));
  const clash = events.find((event, index) => found[index] && !isEqual(found[index], event));
  if (clash) return { refusal: { name: 'IdConflict', id: clash.id } };
  if (!found.includes(undefined)) return { already: true };
  const partly = found.find((event) => event !== undefined);
  if (partly) return { refusal: { name: 'IdConflict', id: partly.id } };
  const stream = events[0]!.stream;
  const actual = ofStream(model, stream).at(-1)?.revision ?? 'none';
  return actual === expected
    ? { stored: true }
    : { refusal: { name: 'VersionConflict', stream, expected, actual } };
}

async function append(
  model: Model,
  stores: Stores,
  expected: ExpectedRevision,
  events: readonly StoredEvent[],
): Promise<void> {
  const outcome = expectedOutcome(model, expected, events);
  const last = events.at(-1)!;
  for (const store of stores) {
    const answer = store.append(last.stream, expected, events);
    if (outcome.refusal) await expect(answer).rejects.toMatchObject(outcome.refusal);
    else {
      const known = model.log.find(({ id }) => id === last.id) ?? last;
      const alreadyAppended = outcome.already ?? false;
      await expect(answer).resolves.toMatchObject({ revision: known.revision, alreadyAppended });
    }
  }
  if (!outcome.stored) return;
  model.log.push(...events);
  model.appended.push(events);
}

const followingOn = (stream: string, expected: ExpectedRevision, types: readonly string[]): StoredEvent[] =>
  types.map((type, index) =>
    stored(stream, (expected === 'none' ? -1 : expected) + 1 + index, { type, data: { index } }),
  );

async function readStream(model: Model, stores: Stores, stream: string, from: number): Promise<void> {
  const expected = ofStream(model, stream).filter(({ revision }) => revision >= from);
  for (const store of stores) {
    expect((await store.readStream(stream, from)).map(asStored)).toStrictEqual(expected);
  }
}

async function readAll(
  { log }: Model,
  stores: Stores,
  { start, types, limit }: { start: number; types: readonly string[] | undefined; limit: number },
): Promise<void> {
  const expected = log
    .slice(start)
    .filter(({ type }) => types?.includes(type) ?? true)
    .slice(0, limit);
  const upTo = expected.length === limit ? log.indexOf(expected.at(-1)!) + 1 : log.length;
  for (const store of stores) {
    const positions = (await store.readAll({ limit: 5000 })).events.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
    const page = await store.readAll({ after: positions[start - 1], types, limit });
    expect(page.events.map(asStored)).toStrictEqual(expected);
    expect(page).toMatchObject({ upTo: positions[upTo - 1], atHead: upTo === log.length });
    expect(await store.head()).toBe(positions.at(-1));
  }
}

const CHANGES = ['nothing', 'data', 'type', 'longer', 'shorter'] as const;

function changed(events: readonly StoredEvent[], change: (typeof CHANGES)[number]): readonly StoredEvent[] {
  const [most, last] = [events.slice(0, -1), events.at(-1)!];
  switch (change) {
    case 'nothing':
      return events;
    case 'data':
      return [...most, { ...last, data: { other: true } }];
    case 'type':
      return [...most, { ...last, type: last.type === NOTED ? STRUCK : NOTED }];
    case 'longer':
      return [...events, stored(last.stream, last.revision + 1)];
    case 'shorter':
      return events.slice(0, 1);
  }
}

const command = (
  text: string,
  run: (model: Model, stores: Stores) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({ check, run, toString: () => text });

const appendAt = (at: number, offset: number | 'none', types: readonly string[]): Command =>
  command(`append ${types.length} to stream ${at} at ${offset}`, async (model, stores) => {
    const stream = model.streams[at]!;
    const last = ofStream(model, stream).at(-1)?.revision ?? -1;
    const expected = offset === 'none' || last + offset < 0 ? 'none' : last + offset;
    await append(model, stores, expected, followingOn(stream, expected, types));
  });

const repeat = (nth: number, change: (typeof CHANGES)[number]): Command =>
  command(
    `repeat append ${nth}, changed: ${change}`,
    async (model, stores) => {
      const events = model.appended[nth % model.appended.length]!;
      const { revision } = events[0]!;
      await append(model, stores, revision === 0 ? 'none' : revision - 1, changed(events, change));
    },
    ({ appended }) => appended.length > 0,
  );

const readStreamFrom = (at: number, from: number): Command =>
  command(`read stream ${at} from ${from}`, (model, stores) =>
    readStream(model, stores, model.streams[at]!, from),
  );

const readPage = (nth: number, types: readonly string[] | undefined, limit: number): Command =>
  command(`read ${limit} of ${types?.length ?? 'all'} types after ${nth}`, (model, stores) =>
    readAll(model, stores, { start: nth % (model.log.length + 1), types, limit }),
  );

const type = fc.constantFrom(...TYPES);
const stream = fc.nat(STREAMS - 1);
/** Any sequence of them is one that a store may meet. */
export const commands = fc.commands(
  [
    fc
      .tuple(
        stream,
        fc.constantFrom<(number | 'none')[]>(0, 0, 0, 'none', -2, -1, 1),
        fc.array(type, { minLength: 1, maxLength: 4 }),
      )
      .map((args) => appendAt(...args)),
    fc.tuple(fc.nat(20), fc.constantFrom(...CHANGES)).map((args) => repeat(...args)),
    fc.tuple(stream, fc.nat(6)).map((args) => readStreamFrom(...args)),
    fc
      .tuple(fc.nat(20), fc.option(fc.subarray(TYPES), { nil: undefined }), fc.integer({ min: 1, max: 8 }))
      .map((args) => readPage(...args)),
  ],
  { maxCommands: 40, size: 'max' },
);
