import type { ActorId, Instant } from '@pm/kernel';
import { hashOf } from './canonical.js';
import { copyLog, DamagedSource, ForeignTarget } from './copy.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type LoggedEvent,
  StoreUnavailable,
  type StoredEvent,
} from './event-store.js';
import { newId } from './ids.js';
import { MemoryEventStore } from './memory/index.js';
import { NO_STREAM, type StreamEnd } from './recording.js';
import { hashOfEnds, verify, wholeLog } from './verify.js';

/** Chains events onto the ends of streams. */
class Chain {
  private readonly ends = new Map<string, StreamEnd>();

  next(stream: string, data: object = {}): StoredEvent {
    const { revision, hash } = this.ends.get(stream) ?? NO_STREAM;
    const event: StoredEvent = {
      id: newId(),
      stream,
      revision: revision + 1,
      type: 'throughline.test.Noted',
      schemaVersion: 1,
      data,
      metadata: {
        recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
        actor: 'ada' as ActorId,
        commandId: 'command',
        correlationId: 'correlation',
        prevHash: hash,
      },
    };
    this.ends.set(stream, { revision: event.revision, hash: hashOf(event) });
    return event;
  }
}

/** One append an event. */
async function write(store: EventStore, ...events: StoredEvent[]): Promise<void> {
  for (const event of events)
    await store.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [event]);
}

async function logOf(...events: StoredEvent[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await write(store, ...events);
  return store;
}

async function held(store: EventStore): Promise<StoredEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const event of wholeLog(store)) events.push(event);
  return events.map(({ position: _position, ...event }) => event);
}

/** Does something before an append, counted from 0, or fails there. */
class Watched extends MemoryEventStore {
  private appends = 0;

  constructor(private readonly before: (append: number) => Promise<void>) {
    super();
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    await this.before(this.appends++);
    return super.append(stream, expected, events);
  }
}

let chain: Chain;
let events: StoredEvent[];
let source: MemoryEventStore;
let target: MemoryEventStore;
beforeEach(async () => {
  chain = new Chain();
  events = ['test-a', 'test-b', 'test-b', 'test-a', 'test-c', 'test-b'].map((stream, index) =>
    chain.next(stream, { index }),
  );
  source = await logOf(...events);
  target = new MemoryEventStore();
});

describe('A copied log', () => {
  it('holds the same events in the same order, and has positions of its own', async () => {
    const { held: before, appended } = await copyLog(source, target);
    expect({ before, appended }).toEqual({ before: 0, appended: 6 });
    expect(await held(target)).toEqual(events);
    expect(await target.head()).not.toEqual(await source.head());
  });

  it('is verified: by the ends of its streams and by its order', async () => {
    const { verification } = await copyLog(source, target);
    const { events: count, streams, ends, order } = await verify(source);
    expect(verification).toEqual({ events: count, streams, ends, order, head: await target.head() });
  });

  it('is empty where there was nothing to copy', async () => {
    const { appended, verification } = await copyLog(new MemoryEventStore(), target);
    expect([appended, verification.events, verification.head]).toEqual([0, 0, undefined]);
  });

  it('holds what the source was given while it was copied', async () => {
    const late = [chain.next('test-a'), chain.next('test-d')];
    target = new Watched(async (append) => {
      if (append === 2) await write(source, ...late);
    });
    expect((await copyLog(source, target)).appended).toBe(8);
    expect(await held(target)).toEqual([...events, ...late]);
  });

  it('is told of as it grows', async () => {
    const told: string[] = [];
    await copyLog(source, await logOf(events[0]!), (step, count) => told.push(`${step} ${count}`));
    const copied = ['copied 3', 'copied 4', 'copied 5', 'copied 6'];
    const verified = ['verified 2', 'verified 3', 'verified 4', 'verified 5', 'verified 6'];
    expect(told).toEqual(['compared 1', ...copied, ...verified]);
  });
});

describe('Copying', () => {
  it('changes nothing where everything is there already', async () => {
    await copyLog(source, target);
    expect(await copyLog(source, target)).toMatchObject({ held: 6, appended: 0 });
    expect(await held(target)).toEqual(events);
  });

  it.each([0, 1, 2, 3, 4])('goes on after an interruption at append %i', async (interrupted) => {
    let isDown = true;
    target = new Watched(async (append) => {
      if (isDown && append === interrupted) throw new StoreUnavailable('down');
    });
    await expect(copyLog(source, target)).rejects.toThrow(StoreUnavailable);
    const there = await held(target);
    expect(there).toEqual(events.slice(0, there.length));
    isDown = false;
    const copied = await copyLog(source, target);
    expect(copied).toMatchObject({ held: there.length, appended: events.length - there.length });
    expect(await held(target)).toEqual(events);
  });

  it('takes over what the source was given since', async () => {
    await copyLog(source, target);
    await write(source, chain.next('test-c'));
    expect(await copyLog(source, target)).toMatchObject({ held: 6, appended: 1 });
  });

  it('appends together what follows in one stream, as much as an append takes', async () => {
    source = await logOf(...Array.from({ length: 2500 }, () => chain.next('test-long')));
    let appends = 0;
    target.onAppended(() => (appends += 1));
    await copyLog(source, target);
    expect(appends).toBe(3);
    expect((await verify(target)).fault).toBe(undefined);
  });

  it('appends apart what is too large to go together', async () => {
    const text = 'x'.repeat(200 * 1024);
    source = await logOf(...Array.from({ length: 5 }, () => chain.next('test-large', { text })));
    let appends = 0;
    target.onAppended(() => (appends += 1));
    await copyLog(source, target);
    expect(appends).toBe(3);
  });
});

describe('Copying is refused', () => {
  /** @returns what the target holds afterwards */
  async function refused(error: typeof ForeignTarget | typeof DamagedSource, message: RegExp) {
    await expect(copyLog(source, target)).rejects.toThrow(error);
    await expect(copyLog(source, target)).rejects.toThrow(message);
    return held(target);
  }

  it('where the target holds another log', async () => {
    const others = [new Chain().next('test-a')];
    target = await logOf(...others);
    expect(await refused(ForeignTarget, /revision 0 of test-a where the source holds/)).toEqual(others);
  });

  it('where the target holds an event with other content', async () => {
    const changed = { ...events[0]!, data: { index: 7 } };
    target = await logOf(changed);
    expect(await refused(ForeignTarget, /with other content/)).toEqual([changed]);
  });

  it('where the target holds the same events in another order', async () => {
    const [first, second] = events as [StoredEvent, StoredEvent];
    target = await logOf(second, first);
    expect(await refused(ForeignTarget, /of test-b where the source holds/)).toEqual([second, first]);
  });

  it('where the target goes on behind the end of the source', async () => {
    await copyLog(source, target);
    await write(target, chain.next('test-a'));
    expect(await refused(ForeignTarget, /the source ends before it/)).toHaveLength(7);
  });

  it('where somebody else begins to write the target', async () => {
    const other = new Chain().next('test-c');
    target = new Watched(async (append) => {
      if (append === 3) await MemoryEventStore.prototype.append.call(target, other.stream, 'none', [other]);
    });
    await expect(copyLog(source, target)).rejects.toThrow(/somebody else writes it/);
  });

  it('from an event of the source on that is not as it was recorded', async () => {
    const lost = chain.next('test-a');
    const behind = chain.next('test-a');
    await write(source, { ...lost, data: { changed: true } }, behind);
    const there = await refused(DamagedSource, /in test-a: the event before it .* was changed/);
    expect(there).toEqual(events.slice(0, there.length));
  });
});

describe('The marks by which logs are compared', () => {
  it('tell another order of the same streams', async () => {
    const [a, b] = events as [StoredEvent, StoredEvent];
    const [one, other] = [await verify(await logOf(a, b)), await verify(await logOf(b, a))];
    expect(one.order).not.toBe(other.order);
    expect(hashOfEnds(one.ends)).toBe(hashOfEnds(other.ends));
  });

  it('tell another end of a stream', async () => {
    const [one, other] = [await verify(source), await verify(await logOf(...events.slice(0, -1)))];
    expect(hashOfEnds(one.ends)).not.toBe(hashOfEnds(other.ends));
  });
});
