import { setTimeout as delay } from 'node:timers/promises';
import type { ActorId, Instant } from '@pm/kernel';
import { GENESIS } from './canonical.js';
import type { Page } from './event-store.js';
import { newId } from './ids.js';
import { MemoryEventStore } from './memory/index.js';
import { Subscription, type SubscriptionOptions } from './subscription.js';

const A_MINUTE = 60_000;

let store: MemoryEventStore;
let appended: number;
const running: Subscription[] = [];
beforeEach(() => {
  store = new MemoryEventStore();
  appended = 0;
});
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map((subscription) => subscription.stop()));
});

async function append(count: number, type = 'throughline.test.Noted'): Promise<void> {
  const stored = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    stream: 'test-1',
    revision: appended + index,
    type,
    schemaVersion: 1,
    data: {},
    metadata: {
      recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
      actor: 'ada' as ActorId,
      commandId: 'command',
      correlationId: 'correlation',
      prevHash: GENESIS,
    },
  }));
  await store.append('test-1', appended === 0 ? 'none' : appended - 1, stored);
  appended += count;
}

function subscribe(onPage: (page: Page) => Promise<void>, options: Partial<SubscriptionOptions> = {}) {
  const subscription = new Subscription(store, { batch: 10, pollMs: A_MINUTE, ...options }, onPage);
  running.push(subscription);
  return subscription;
}

/** Gathers pages, and waits until so many events came. */
function reader() {
  const pages: Page[] = [];
  let arrived = () => {};
  const revisions = () => pages.flatMap(({ events }) => events.map(({ revision }) => revision));
  return {
    pages,
    revisions,
    onPage: async (page: Page) => {
      pages.push(page);
      arrived();
    },
    until: async (ready: () => boolean) => {
      while (!ready()) await new Promise<void>((resolve) => (arrived = resolve));
    },
  };
}
const upTo = (count: number) => [...Array(count).keys()];

describe('A subscription', () => {
  it.each([1, 7, 100])('reads what is there in order, in batches of at most %i', async (batch) => {
    await append(20);
    const { onPage, pages, revisions, until } = reader();
    subscribe(onPage, { batch });
    await until(() => revisions().length === 20);
    expect(revisions()).toEqual(upTo(20));
    expect(pages).toHaveLength(Math.ceil(20 / batch));
  });

  it('begins behind the position it was given', async () => {
    await append(3);
    const after = (await store.readStream('test-1'))[0]!.position;
    const { onPage, revisions, until } = reader();
    subscribe(onPage, { after });
    await until(() => revisions().length === 2);
    expect(revisions()).toEqual([1, 2]);
  });

  it('is woken by an append', async () => {
    const { onPage, revisions, until } = reader();
    subscribe(onPage);
    for (const count of [1, 2, 3]) {
      await delay(2);
      await append(1);
      await until(() => revisions().length === count);
    }
    expect(revisions()).toEqual([0, 1, 2]);
  });

  it('misses nothing that is appended while it reads', async () => {
    const { pages, onPage, revisions, until } = reader();
    subscribe(async (page) => {
      if (pages.length < 5) await append(2);
      await onPage(page);
    });
    await append(2);
    await until(() => revisions().length === 12);
    expect(revisions()).toEqual(upTo(12));
  });

  it('looks by itself where nobody tells it of new events', async () => {
    const { onPage, revisions, until } = reader();
    store.onAppended = () => () => {};
    subscribe(onPage, { pollMs: 5 });
    await delay(2);
    await append(1);
    await until(() => revisions().length === 1);
    expect(revisions()).toEqual([0]);
  });

  it('waits for its reader before it pulls the next page', async () => {
    await append(10);
    let [reading, most, read] = [0, 0, 0];
    const { onPage, until } = reader();
    subscribe(
      async (page) => {
        most = Math.max(most, ++reading);
        await delay(1);
        reading -= 1;
        read += page.events.length;
        await onPage(page);
      },
      { batch: 2 },
    );
    await until(() => read === 10);
    expect(most).toBe(1);
  });

  it('gives the types asked for, and moves on past others', async () => {
    await append(2);
    await append(1, 'throughline.test.Struck');
    await append(2);
    const { pages, onPage, revisions, until } = reader();
    subscribe(onPage, { types: ['throughline.test.Struck'], batch: 1 });
    const head = await store.head();
    await until(() => pages.at(-1)?.upTo === head);
    expect(revisions()).toEqual([2]);
  });

  it('tells its reader nothing while the log stands still', async () => {
    const { pages, onPage } = reader();
    subscribe(onPage, { pollMs: 1 });
    await delay(10);
    expect(pages).toEqual([]);
  });

  it('ends when it is stopped, after the page at hand', async () => {
    await append(10);
    const { onPage, revisions, until } = reader();
    const subscription = subscribe(
      async (page) => {
        await onPage(page);
        await delay(2);
      },
      { batch: 4 },
    );
    await until(() => revisions().length === 4);
    await subscription.stop();
    await expect(subscription.done).resolves.toBe(undefined);
    await append(1);
    expect(revisions()).toEqual(upTo(4));
  });

  it('ends at once when it is stopped while it waits', async () => {
    const { pages, onPage } = reader();
    const subscription = subscribe(onPage);
    await delay(2);
    await subscription.stop();
    expect(pages).toEqual([]);
  });

  it('ends with the failure of its reader, and gives the same events to the next one', async () => {
    await append(6);
    const failure = new Error('the reader is ill');
    const seen: number[] = [];
    let checkpoint: string | undefined;
    const failing = subscribe(
      async ({ events, upTo: position }) => {
        if (seen.length === 2) throw failure;
        seen.push(...events.map(({ revision }) => revision));
        checkpoint = position;
      },
      { batch: 2 },
    );
    await expect(failing.done).rejects.toBe(failure);
    await expect(failing.stop()).rejects.toBe(failure);
    const { onPage, revisions, until } = reader();
    subscribe(onPage, { batch: 2, after: checkpoint });
    await until(() => revisions().length === 4);
    expect([...seen, ...revisions()]).toEqual(upTo(6));
  });

  it('ends with the failure of the store', async () => {
    const subscription = subscribe(async () => {}, { after: 'another.log' });
    await expect(subscription.done).rejects.toThrow('not one of this log');
  });
});
