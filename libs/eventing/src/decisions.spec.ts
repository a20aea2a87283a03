import { type ActorId, type Event, type Fold, type Instant, reject, type Rejection } from '@pm/kernel';
import { GENESIS, hashOf } from './canonical.js';
import { Catalogue } from './catalogue.js';
import { ManualClock } from './clock.js';
import type { CommandContext } from './command-context.js';
import { ConcurrentChange, Decisions, KeyReused, RevisionMismatch } from './decisions.js';
import { type EventStore, type ExpectedRevision, StoreUnavailable, type StoredEvent } from './event-store.js';
import { newId } from './ids.js';
import { MemoryEventStore, MemoryKeys } from './memory/index.js';
import { Recorder } from './recording.js';

type Counted = Event<'Counted', { by: number }>;

/** Adds up. */
const counter: Fold<number, Counted> = {
  category: 'counter',
  initial: 0,
  evolve: (total, { data }) => total + data.by,
};
const counted = (by: number): Counted => ({ type: 'Counted', data: { by } });

const recordedAt = '2026-03-03T09:30:00.000Z' as Instant;
const catalogue = new Catalogue([{ context: 'test', types: { Counted: { schemaVersion: 1 } } }]);

let store: MemoryEventStore;
let keys: MemoryKeys;
let clock: ManualClock;
let decisions: Decisions;
const over = (log: EventStore) => new Decisions(log, new Recorder(catalogue, keys), keys, clock);
beforeEach(() => {
  store = new MemoryEventStore();
  keys = new MemoryKeys();
  clock = new ManualClock(recordedAt);
  decisions = over(store);
});

const once = (fields: Partial<CommandContext> = {}): CommandContext => ({
  actor: 'ada' as ActorId,
  commandId: newId(),
  repeatable: false,
  correlationId: 'correlation',
  ...fields,
});
const underKey = (commandId: string, fields: Partial<CommandContext> = {}) =>
  once({ commandId, repeatable: true, ...fields });

/** Asks to count on; `rule` says what follows from the total. */
const count = (
  by: CommandContext,
  { add = 1, id = 'a', rule = () => [counted(add)] }: CountOptions = {},
  through = decisions,
) =>
  through.make({
    fold: counter,
    id,
    by,
    input: { add },
    decide: async (total, now) => rule(total, now),
  });
interface CountOptions {
  readonly add?: number;
  readonly id?: string;
  readonly rule?: (total: number, now: Instant) => readonly Counted[] | Rejection;
}
const amounts = async (id = 'a') =>
  (await store.readStream(`counter-${id}`)).map(({ data }) => (data as Counted['data']).by);

/** A log in which others append first, each time somebody is about to. */
class Overtaken extends MemoryEventStore {
  readonly attempts: string[][] = [];
  constructor(private times: number) {
    super();
  }
  override async append(stream: string, expected: ExpectedRevision, events: readonly StoredEvent[]) {
    this.attempts.push(events.map(({ id }) => id));
    if (this.times-- > 0) {
      const [event] = events;
      await super.append(stream, expected, [{ ...event!, id: newId(), data: { by: 100 } }]);
    }
    return super.append(stream, expected, events);
  }
}

describe('A decision', () => {
  it('records what follows, and says where', async () => {
    const decided = await count(once(), { rule: () => [counted(1), counted(2)] });
    const position = await store.head();
    const types = ['Counted', 'Counted'];
    expect(decided).toEqual({ id: 'a', revision: 1, position, recorded: 2, types, repeated: false });
    expect(await amounts()).toEqual([1, 2]);
  });

  it('sees everything that was decided before, and the time', async () => {
    const seen: unknown[] = [];
    const rule = (total: number, now: Instant) => {
      seen.push([total, now]);
      return [counted(5)];
    };
    await count(once(), { rule });
    clock.set('2026-03-04T00:00:00.000Z' as Instant);
    await count(once(), { rule });
    expect(seen).toEqual([
      [0, '2026-03-03T09:30:00.000Z'],
      [5, '2026-03-04T00:00:00.000Z'],
    ]);
    expect(await decisions.state(counter, 'a')).toBe(10);
  });

  it('is found again by where it lies in the log', async () => {
    const made = [await count(once(), { id: 'b' }), await count(once()), await count(once())];
    const found = made.map(({ position }) => decisions.revisionAt(counter, 'a', position!));
    expect(await Promise.all(found)).toEqual([-1, 0, 1]);
  });

  it('sees its own stream only', async () => {
    await count(once(), { add: 7 });
    expect(await decisions.state(counter, 'b')).toBe(0);
  });

  it('chains what it records to what was there', async () => {
    const two = { rule: () => [counted(1), counted(2)] };
    await count(once(), two);
    await count(once(), two);
    await count(once(), two, over(store));
    const events = await store.readStream('counter-a');
    const chain = events.map(({ metadata }) => metadata.prevHash);
    expect(chain).toEqual([GENESIS, ...events.slice(0, -1).map(hashOf)]);
  });

  it('stores nothing where a rule refuses', async () => {
    const rule = () => reject('enough', 'Stop counting.');
    await expect(count(once(), { rule })).rejects.toMatchObject({ code: 'enough' });
    expect(await store.head()).toBe(undefined);
  });

  it('records nothing where there is nothing new, and says where the stream is', async () => {
    const nothing = () => count(once(), { rule: () => [] });
    const none = { id: 'a', recorded: 0, types: [], repeated: false };
    expect(await nothing()).toEqual({ ...none, revision: -1, position: undefined });
    const { position } = await count(once());
    expect(await nothing()).toEqual({ ...none, revision: 0, position });
    expect(await amounts()).toEqual([1]);
  });

  it('does not touch data of a type that this version of the code does not know', async () => {
    await count(once());
    const [event] = await store.readStream('counter-a');
    const newer = { ...event!, id: newId(), revision: 1, type: 'throughline.test.Squared' };
    await store.append('counter-a', 0, [newer]);
    await expect(count(once())).rejects.toThrow('throughline.test.Squared');
    expect(await store.readStream('counter-a')).toHaveLength(2);
  });
});

describe('A repeated request', () => {
  it('gives the first answer again, and records nothing', async () => {
    const first = await count(underKey('k'), { rule: () => [counted(1), counted(2)] });
    await count(once());
    expect(await count(underKey('k'))).toEqual({ ...first, recorded: 0, types: [], repeated: true });
    expect(await amounts()).toEqual([1, 2, 1]);
  });

  it('is recognised by another process', async () => {
    const first = await count(underKey('k'));
    const again = await count(underKey('k'), {}, over(store));
    expect(again).toEqual({ ...first, recorded: 0, types: [], repeated: true });
    expect(await amounts()).toEqual([1]);
  });

  it('is carried out once, even if it comes twice at the same moment', async () => {
    const answers = await Promise.all([
      count(underKey('k')),
      count(underKey('k')),
      count(underKey('k'), {}, over(store)),
    ]);
    expect(await amounts()).toEqual([1]);
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(2);
  });

  it('is recognised whatever revision its caller has seen', async () => {
    const first = await count(underKey('k', { expectedRevision: -1 }));
    const again = await count(underKey('k', { expectedRevision: -1 }));
    expect(again).toEqual({ ...first, recorded: 0, types: [], repeated: true });
  });

  it('is recognised whatever order its fields come in', async () => {
    const send = (input: object) =>
      decisions.make({ fold: counter, id: 'a', by: underKey('k'), input, decide: async () => [counted(1)] });
    await send({ a: 1, b: { c: 2, d: 3 } });
    expect(await send({ b: { d: 3, c: 2 }, a: 1 })).toMatchObject({ repeated: true });
  });

  it('is refused under the key of another request', async () => {
    await count(underKey('k'), { add: 1 });
    await expect(count(underKey('k'), { add: 2 })).rejects.toThrow(KeyReused);
    expect(await amounts()).toEqual([1]);
  });

  it('is refused under the key of another person', async () => {
    await count(underKey('k'));
    await expect(count(underKey('k', { actor: 'eve' as ActorId }))).rejects.toThrow(KeyReused);
  });

  it('is another one on another stream', async () => {
    await count(underKey('k'));
    expect(await count(underKey('k'), { id: 'b' })).toMatchObject({ recorded: 1, repeated: false });
  });

  it('is judged anew where it was refused before', async () => {
    const rule = (total: number) => (total === 0 ? reject('too-early', 'Wait.') : [counted(1)]);
    await expect(count(underKey('k'), { rule })).rejects.toThrow('too-early');
    await count(once());
    expect(await count(underKey('k'), { rule })).toMatchObject({ recorded: 1, repeated: false });
  });

  it('is not looked for where the caller gave no key', async () => {
    const by = once();
    await count(by);
    await count(by);
    expect(await amounts()).toEqual([1, 1]);
  });
});

describe('A caller who saw a revision', () => {
  it('may go on from it', async () => {
    await count(once());
    const decided = await count(once({ expectedRevision: 0 }));
    expect(decided).toMatchObject({ revision: 1, recorded: 1 });
  });

  it.each([-1, 0, 2])('is refused at %i where the stream is at 1', async (expectedRevision) => {
    await count(once());
    await count(once());
    const refusal = count(once({ expectedRevision }));
    await expect(refusal).rejects.toThrow(RevisionMismatch);
    await expect(refusal).rejects.toMatchObject({ actual: 1 });
    expect(await amounts()).toEqual([1, 1]);
  });

  it('is told what the rule refuses, and not which revision there is', async () => {
    await count(once());
    const refused = count(once({ expectedRevision: 5 }), { rule: () => reject('not-yours', 'Ask them.') });
    await expect(refused).rejects.toMatchObject({ code: 'not-yours' });
  });

  it('is refused where another writer overtook them', async () => {
    const overtaken = over(new Overtaken(1));
    await expect(count(once({ expectedRevision: -1 }), {}, overtaken)).rejects.toMatchObject({ actual: 0 });
  });
});

describe('Writers side by side', () => {
  it('in one process all succeed, in turn', async () => {
    await Promise.all(Array.from({ length: 20 }, () => count(once())));
    expect(await decisions.state(counter, 'a')).toBe(20);
  });

  it('in two processes both succeed, each after what the other recorded', async () => {
    const seen: number[] = [];
    const rule = (total: number) => {
      seen.push(total);
      return [counted(1)];
    };
    await Promise.all([decisions, over(store)].map((each) => count(once(), { rule }, each)));
    expect(seen).toEqual([0, 0, 1]);
    expect(await amounts()).toEqual([1, 1]);
  });

  it('decide again on what the other recorded, under the same ids', async () => {
    const log = new Overtaken(2);
    const decided = await count(once(), { rule: (total) => [counted(total + 1)] }, over(log));
    expect(decided).toMatchObject({ revision: 2, recorded: 1 });
    expect((await log.readStream('counter-a')).map(({ data }) => data)).toEqual([
      { by: 100 },
      { by: 100 },
      { by: 201 },
    ]);
    expect(log.attempts).toHaveLength(3);
    expect(new Set(log.attempts.flat()).size).toBe(1);
  });

  it('give up where others are first again and again, and store nothing', async () => {
    const log = new Overtaken(Infinity);
    await expect(count(once(), {}, over(log))).rejects.toThrow(ConcurrentChange);
    const data = (await log.readStream('counter-a')).map((event) => event.data);
    expect(data).not.toContainEqual({ by: 1 });
    expect(data).toHaveLength(log.attempts.length);
  });

  it('do not try again what the store cannot do', async () => {
    let attempts = 0;
    store.append = async () => {
      attempts += 1;
      throw new StoreUnavailable('down');
    };
    await expect(count(once())).rejects.toThrow(StoreUnavailable);
    expect(attempts).toBe(1);
  });
});
