import type { Instant } from '@pm/kernel';
import {
  type EventStore,
  LIMITS,
  type Page,
  type ReadAllOptions,
  textsOf,
  UnknownPosition,
} from '@pm/eventing';
import { idsOf, newStream, NOTED, plain, recordedAt, stored, storedFrom, STRUCK } from './stored.js';

/** Pages, positions, and that what was appended stays as it was. */
export function reading(current: () => EventStore): void {
  let store: EventStore;
  let stream: string;
  beforeEach(() => {
    store = current();
    stream = newStream();
  });

  const pagesOf = async (options: ReadAllOptions): Promise<Page[]> => {
    const pages = [await store.readAll(options)];
    while (!pages.at(-1)!.atHead) pages.push(await store.readAll({ ...options, after: pages.at(-1)!.upTo }));
    return pages;
  };
  const threeStreams = async () => {
    const streams = [stream, newStream(), newStream()];
    const events = [];
    for (let turn = 0; turn < 21; turn++) {
      const name = streams[turn % 3]!;
      const revision = Math.floor(turn / 3);
      const event = stored(name, revision);
      await store.append(name, revision === 0 ? 'none' : revision - 1, [event]);
      events.push(event);
    }
    return events;
  };

  describe('a stream', () => {
    it('is empty where there is none', async () => {
      expect(await store.readStream(stream)).toEqual([]);
    });

    it('is read from a revision on, in order', async () => {
      const events = storedFrom(stream, 0, 5);
      await store.append(stream, 'none', events);
      expect(idsOf(await store.readStream(stream, 3))).toEqual(idsOf(events.slice(3)));
      expect(await store.readStream(stream, 5)).toEqual([]);
    });

    it('is read to its end, wherever it was seen to end before', async () => {
      const [first, ...others] = storedFrom(stream, 0, 3);
      expect(await store.readStream(stream)).toEqual([]);
      await store.append(stream, 'none', [first!]);
      expect(await store.readStream(stream, 7)).toEqual([]);
      expect(await store.readStream(stream, 1)).toEqual([]);
      await store.append(stream, 0, others);
      expect(idsOf(await store.readStream(stream, 1))).toEqual(idsOf(others));
    });

    it('holds its own events only', async () => {
      await threeStreams();
      const streams = (await store.readStream(stream)).map((event) => event.stream);
      expect(streams).toEqual(Array(7).fill(stream));
    });

    it('whose name begins like another is another', async () => {
      await store.append(`${stream}a`, 'none', [stored(`${stream}a`, 0)]);
      expect(await store.readStream(stream)).toEqual([]);
    });
  });

  describe('the log', () => {
    it('is at its head from the start where it is empty', async () => {
      expect(await store.readAll({ limit: 1 })).toEqual({ events: [], upTo: undefined, atHead: true });
      expect(await store.head()).toBe(undefined);
    });

    it.each([1, 7, 100])('gives every event once, in order, in pages of %i', async (limit) => {
      const events = await threeStreams();
      const pages = await pagesOf({ limit });
      expect(pages.flatMap((page) => idsOf(page.events))).toEqual(idsOf(events));
      expect(pages).toHaveLength(Math.ceil(events.length / limit));
      for (const { events: page, upTo } of pages) expect(upTo).toBe(page.at(-1)!.position);
      expect(pages.at(-1)!.upTo).toBe(await store.head());
    });

    it('goes on behind a position, not at it', async () => {
      const events = storedFrom(stream, 0, 3);
      await store.append(stream, 'none', events);
      const [first] = await store.readStream(stream);
      const page = await store.readAll({ after: first!.position, limit: 10 });
      expect(idsOf(page.events)).toEqual(idsOf(events.slice(1)));
    });

    it('has nothing behind its head and stays there', async () => {
      const { position } = await store.append(stream, 'none', storedFrom(stream, 0, 3));
      const page = await store.readAll({ after: position, limit: 10 });
      expect(page).toEqual({ events: [], upTo: position, atHead: true });
    });

    it.each([1, 2, 100])(
      'gives the types asked for in pages of %i, and moves on past others',
      async (limit) => {
        const types = [STRUCK, NOTED, NOTED, STRUCK, STRUCK, NOTED];
        await store.append(
          stream,
          'none',
          types.map((type, revision) => stored(stream, revision, { type })),
        );
        const pages = await pagesOf({ types: [STRUCK], limit });
        const revisions = pages.flatMap(({ events }) => events.map(({ revision }) => revision));
        expect(revisions).toEqual([0, 3, 4]);
        for (const { events } of pages) expect(events.length).toBeLessThanOrEqual(limit);
        expect(pages.at(-1)!.upTo).toBe(await store.head());
      },
    );

    it('considers everything even where no event is of the types asked for', async () => {
      const { position } = await store.append(stream, 'none', storedFrom(stream, 0, 3));
      const nothing = { events: [], upTo: position, atHead: true };
      expect(await store.readAll({ types: ['throughline.test.Unheard'], limit: 1 })).toEqual(nothing);
      expect(await store.readAll({ types: [], limit: 1 })).toEqual(nothing);
    });

    it('shows an event as soon as its append is answered', async () => {
      const seen = Array.from({ length: 20 }, async () => {
        const name = newStream();
        const { position } = await store.append(name, 'none', [stored(name, 0)]);
        const { events } = await store.readAll({ limit: 100 });
        return events.some((event) => event.position === position && event.stream === name);
      });
      expect(await Promise.all(seen)).not.toContain(false);
    });

    it.each([
      ['nothing', () => ''],
      ['no log', () => 'x'],
      ['another log', ({ logId }) => `${logId}0.0000000000000001`],
      ['no place', ({ logId }) => logId],
      ['an empty place', ({ logId }) => `${logId}.`],
      ['a number without zeros', ({ logId }) => `${logId}.1`],
      ['letters', ({ logId }) => `${logId}.zzzzzzzzzzzzzzzz`],
      ['a number in powers of ten', ({ logId }) => `${logId}.00000000000001e5`],
      ['a negative number', ({ logId }) => `${logId}.-000000000000001`],
      ['a number beyond numbers', ({ logId }) => `${logId}.9999999999999999`],
      ['more than a place', ({ logId }) => `${logId}.0000000000000001.1`],
    ] as [string, (store: EventStore) => string][])('refuses a position that names %s', async (_, of) => {
      await store.append(stream, 'none', [stored(stream, 0)]);
      await expect(store.readAll({ after: of(store), limit: 1 })).rejects.toThrow(UnknownPosition);
    });
  });

  describe('what was appended', () => {
    it('reads back equal, whatever text and shape it has', async () => {
      const event = stored(stream, 0, {
        data: {
          text: 'Zoë 👩‍👩‍👧 \0 \u2028 "quoted" \\',
          nested: { list: [1, [2, { three: null }]], none: [], empty: {} },
          numbers: [0, -1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER],
          'a.key $with {signs}': true,
          ['__proto__']: 'a plain field',
          '': false,
        },
        metadata: { ...recordedAt('2026-03-03T09:30:00.000Z'), reason: { sealedFor: 'ada', box: 'b' } },
      });
      const { position } = await store.append(stream, 'none', [event]);
      expect((await store.readStream(stream)).map(plain)).toStrictEqual([{ ...event, position }]);
      expect((await store.readAll({ limit: 1 })).events.map(plain)).toStrictEqual([{ ...event, position }]);
    });

    it('reads back as its canonical JSON: without absent fields or negative zeros', async () => {
      const data = { absent: undefined, zero: -0, at: new Date(0), later: 1, earlier: 2 };
      await store.append(stream, 'none', [stored(stream, 0, { data })]);
      const [event] = await store.readStream(stream);
      expect(JSON.stringify(event!.data)).toBe(
        '{"at":"1970-01-01T00:00:00.000Z","earlier":2,"later":1,"zero":0}',
      );
      expect(event!.data).toStrictEqual(JSON.parse(textsOf(event!).data));
    });

    it('reads back however deep it is', async () => {
      let data: object = { end: true };
      for (let level = 0; level < 1000; level++) data = { data };
      await store.append(stream, 'none', [stored(stream, 0, { data })]);
      const [event] = await store.readStream(stream);
      expect(JSON.stringify(event!.data)).toBe(JSON.stringify(data));
    });

    it('takes an event and an append of exactly the limits', async () => {
      const rest = textsOf(stored(stream, 0, { data: { text: '' } }));
      const text = 'x'.repeat(LIMITS.eventBytes - rest.data.length - rest.metadata.length);
      await store.append(stream, 'none', storedFrom(stream, 0, 2, { data: { text } }));
      await store.append(stream, 1, storedFrom(stream, 2, LIMITS.appendEvents));
      const page = await store.readAll({ limit: LIMITS.pageEvents });
      expect(page.events).toHaveLength(2 + LIMITS.appendEvents);
      expect(page.events[1]!.data).toEqual({ text });
    });

    it('does not change with the object that was passed', async () => {
      const data = { text: 'as it was', list: [1] };
      const append = store.append(stream, 'none', [stored(stream, 0, { data })]);
      data.text = 'changed while waiting';
      await append;
      data.list.push(2);
      expect((await store.readStream(stream))[0]!.data).toEqual({ text: 'as it was', list: [1] });
    });

    it('does not change with an object that was read', async () => {
      await store.append(stream, 'none', [stored(stream, 0)]);
      const [fromStream] = await store.readStream(stream);
      const [fromLog] = (await store.readAll({ limit: 1 })).events;
      for (const read of [fromStream!, fromLog!]) {
        Reflect.set(read, 'revision', 9);
        Object.assign(read.data, { text: 'changed' });
        Object.assign(read.metadata, { actor: 'eve' });
      }
      const again = [...(await store.readStream(stream)), ...(await store.readAll({ limit: 1 })).events];
      for (const { revision, data, metadata } of again) {
        expect({ revision, data, actor: metadata.actor }).toEqual({
          revision: 0,
          data: { text: 'note 0' },
          actor: 'ada',
        });
      }
    });
  });

  it.each([
    ['08:59', undefined],
    ['09:30', undefined],
    ['10:00', 1],
    ['10:59', 1],
    ['11:00', 3],
    ['23:59', 3],
  ])('knew at %s what was recorded by then, though clocks stepped back', async (time, last) => {
    const clock = ['10:00', '09:00', '11:00', '10:30'];
    const events = clock.map((at, revision) =>
      stored(stream, revision, { metadata: recordedAt(`2026-03-03T${at}:00.000Z`) }),
    );
    await store.append(stream, 'none', events);
    const position = await store.positionAt(`2026-03-03T${time}:00.000Z` as Instant);
    const expected = last === undefined ? undefined : (await store.readStream(stream))[last]!.position;
    expect(position).toBe(expected);
  });

  it('knew nothing at any time while the log is empty', async () => {
    expect(await store.positionAt('2026-03-03T09:00:00.000Z' as Instant)).toBe(undefined);
  });

  describe('listening', () => {
    it('is told soon after an append', async () => {
      const told = new Promise<void>((resolve) => store.onAppended(resolve));
      await store.append(stream, 'none', [stored(stream, 0)]);
      await told;
      expect(await store.readStream(stream)).toHaveLength(1);
    });

    it('is told no more once it stopped, while others are', async () => {
      let [stopped, others] = [0, 0];
      const stop = store.onAppended(() => (stopped += 1));
      stop();
      const told = new Promise<void>((resolve) => {
        store.onAppended(() => {
          others += 1;
          resolve();
        });
      });
      await store.append(stream, 'none', [stored(stream, 0)]);
      await told;
      expect({ stopped, others }).toEqual({ stopped: 0, others: 1 });
    });
  });
}
