import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@pm/kernel';
import { type EventStore, type StoredEvent, StoreUnavailable, UnknownPosition } from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { onEngine } from '../support/engines.js';
import { Way } from '../support/way.js';
import { ownLog } from './own-log.js';
import { idsOf, newStream, recordedAt, stored, storedFrom } from './stored.js';

onEngine('eventStoreDb', 'A log in EventStoreDB', (url) => {
  const opened: EventStore[] = [];
  const open = (address: string) => {
    const store = EsdbEventStore.open(address);
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  const everything = async (store: EventStore) => (await store.readAll({ limit: 5000 })).events;

  describe('A log of several processes', () => {
    let [one, other]: EventStore[] = [];
    let stream: string;
    beforeEach(async () => {
      const address = ownLog(url);
      [one, other] = [open(address), open(address)];
      stream = newStream();
      await one.head();
    });

    it('has one name, whoever opens it first', async () => {
      const address = ownLog(url);
      const stores = Array.from({ length: 8 }, () => open(address));
      await Promise.all(stores.map((store) => store.head()));
      expect(new Set(stores.map(({ logId }) => logId)).size).toBe(1);
    });

    it('shows to all what one appended', async () => {
      const { position } = await one!.append(stream, 'none', storedFrom(stream, 0, 3));
      expect(await other!.head()).toBe(position);
      expect(await everything(other!)).toHaveLength(3);
      expect(await other!.readStream(stream)).toHaveLength(3);
    });

    it('tells all of what one appended', async () => {
      const told = new Promise<void>((resolve) => other!.onAppended(resolve));
      await one!.append(stream, 'none', [stored(stream, 0)]);
      await told;
    });

    it('lets exactly one of two writers have each revision', async () => {
      for (let revision = 0; revision < 20; revision++) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const outcomes = await Promise.allSettled(
          [one!, other!].map((store) => store.append(stream, expected, [stored(stream, revision)])),
        );
        const [refusal, ...more] = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(more).toEqual([]);
        expect(refusal!.reason).toMatchObject({ name: 'VersionConflict', expected, actual: revision });
      }
    });

    it('stores once what both append, and tells one of them so', async () => {
      const events = storedFrom(stream, 0, 2);
      const answers = await Promise.all([one!, other!].map((store) => store.append(stream, 'none', events)));
      expect(answers.map(({ alreadyAppended }) => alreadyAppended)).toContain(true);
      expect(answers.map(({ alreadyAppended }) => alreadyAppended)).toContain(false);
      expect(answers[0]!.position).toBe(answers[1]!.position);
      expect(await everything(one!)).toHaveLength(2);
    });

    it('refuses the id that another process took with other content', async () => {
      const event = stored(stream, 0);
      await one!.append(stream, 'none', [event]);
      const append = other!.append(stream, 'none', [{ ...event, data: { text: 'another note' } }]);
      await expect(append).rejects.toMatchObject({ name: 'IdConflict', id: event.id });
    });
  });

  describe('A log beside others in one server', () => {
    it('neither shows nor counts what is not its own', async () => {
      const [ours, theirs] = [open(ownLog(url)), open(ownLog(url))];
      const stream = newStream();
      const positions: string[] = [];
      for (let revision = 0; revision < 3; revision++) {
        const expected = revision === 0 ? 'none' : revision - 1;
        positions.push((await ours.append(stream, expected, [stored(stream, revision)])).position);
        await theirs.append(stream, expected, [stored(stream, revision)]);
      }
      expect((await everything(ours)).map(({ position }) => position)).toEqual(positions);
      expect(await ours.head()).toBe(positions.at(-1));
      const page = await ours.readAll({ after: positions.at(-1), limit: 10 });
      expect(page).toEqual({ events: [], upTo: positions.at(-1), atHead: true });
    });

    it('knows no position at which another log has an event, or nobody', async () => {
      const [ours, theirs] = [open(ownLog(url)), open(ownLog(url))];
      const stream = newStream();
      await ours.head();
      const { position } = await theirs.append(stream, 'none', [stored(stream, 0)]);
      const there = position.split('.')[1]!;
      const between = there.replace(/.$/, (digit) => ((parseInt(digit, 16) + 1) % 16).toString(16));
      for (const place of [there, between, '7'.repeat(32), 'f'.repeat(32), '0'.repeat(32)]) {
        const read = ours.readAll({ after: `${ours.logId}.${place}`, limit: 1 });
        await expect(read).rejects.toThrow(UnknownPosition);
      }
    });
  });

  it('knows what was recorded by then far beyond the first mark, whoever made it', async () => {
    const address = ownLog(url);
    const store = open(address);
    const stream = newStream();
    const minute = (at: number) => new Date(Date.UTC(2026, 2, 3, 9, at)).toJSON() as Instant;
    // Every fifth clock is an hour slow.
    const clock = (revision: number) => minute(revision % 5 === 0 ? revision - 60 : revision);
    for (let first = 0; first < 2500; first += 500) {
      const events = Array.from({ length: 500 }, (_, index) =>
        stored(stream, first + index, { metadata: recordedAt(clock(first + index)) }),
      );
      await store.append(stream, first === 0 ? 'none' : first - 1, events);
    }
    const positions = (await store.readStream(stream)).map(({ position }) => position);
    for (const reader of [store, open(address)]) {
      for (const [at, last] of [
        [2499, 2499],
        [1002, 1002],
        [1004, 1005],
        [999, 1000],
        [-61, undefined],
      ] as const)
        expect(await reader.positionAt(minute(at))).toBe(last && positions[last]);
    }
  }, 15_000);

  describe('A log that cannot be reached', () => {
    const { hostname, port } = new URL(url.replace('esdb:', 'http:'));
    let way: Way;
    let address: string;
    let stream: string;
    beforeEach(async () => {
      way = new Way({ host: hostname, port: Number(port || 2113) });
      address = ownLog(`esdb://ada:secret@127.0.0.1:${await way.open()}?tls=false`);
      stream = newStream();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
      await way.shut();
    });

    const until = async <T>(ask: () => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          return await ask();
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
          await delay(20);
        }
      }
    };

    it('says where and why, without credentials, and is there as soon as it can be reached', async () => {
      await way.shut();
      const store = open(address);
      expect(() => store.logId).toThrow(StoreUnavailable);
      for (const ask of [
        () => store.head(),
        () => store.readAll({ limit: 1 }),
        () => store.readStream(stream),
        () => store.append(stream, 'none', [stored(stream, 0)]),
      ]) {
        const failure = await ask().catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(StoreUnavailable);
        expect((failure as Error).message).toMatch(/^EventStoreDB at 127\.0\.0\.1:\d+ cannot be reached$/);
      }
      await way.open();
      const appended = await until(() => store.append(stream, 'none', [stored(stream, 0)]));
      expect(await store.head()).toBe(appended.position);
    });

    it('loses and doubles nothing where connections break while many append', async () => {
      const store = open(address);
      await store.head();
      const events: StoredEvent[] = Array.from({ length: 200 }, () => stored(newStream(), 0));
      const appends = events.map(async (event, index) => {
        await delay(index);
        return until(() => store.append(event.stream, 'none', [event]));
      });
      for (let breaks = 0; breaks < 5; breaks++) {
        await delay(40);
        way.break();
      }
      await Promise.all(appends);
      expect(idsOf(await everything(store)).sort()).toEqual(idsOf(events).sort());
    });

    it('goes on telling of appends once connections can be made again', async () => {
      const [store, writer] = [open(address), open(address)];
      let told = 0;
      store.onAppended(() => (told += 1));
      await writer.append(stream, 'none', [stored(stream, 0)]);
      await way.shut();
      await way.open();
      await until(() => writer.append(stream, 0, [stored(stream, 1)]));
      const before = told;
      for (let revision = 2; told === before; revision++) {
        await writer.append(stream, revision - 1, [stored(stream, revision)]);
        await delay(50);
      }
    });

    it('finds out by its own clock where nothing comes back, and recovers', async () => {
      const store = open(address);
      await store.append(stream, 'none', [stored(stream, 0)]);
      way.block();
      await expect(store.head()).rejects.toThrow(/gave no answer within \d+ ms/);
      await way.shut();
      await way.open();
      expect(await until(() => store.readStream(stream))).toHaveLength(1);
    }, 15_000);
  });
});
