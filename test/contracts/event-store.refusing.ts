import { type EventStore, LIMITS, NotCanonical, type StoredEvent, textsOf } from '@pm/eventing';
import { newStream, recordedAt, stored, storedFrom } from './stored.js';

/** What no store takes, and the limits of what it takes. */
export function refusing(current: () => EventStore): void {
  let store: EventStore;
  let stream: string;
  beforeEach(() => {
    store = current();
    stream = newStream();
  });
  afterEach(async () => {
    expect(await store.head()).toBe(undefined);
    await expect(store.append(stream, 'none', [stored(stream, 0)])).resolves.toMatchObject({ revision: 0 });
  });

  const appended = (event: StoredEvent) => store.append(event.stream, 'none', [event]);

  it.each([
    '',
    'test',
    'test-',
    '-1',
    'Test-1',
    'te1st-1',
    'test-a b',
    'test-a\n',
    'test-$all',
    '$test-1',
    'test-\0',
    'test-\u{1}',
    'test-\ud800',
    `test-${'x'.repeat(201)}`,
  ])('refuses %j as the name of a stream', async (name) => {
    await expect(appended(stored(name, 0))).rejects.toThrow(TypeError);
  });

  it.each(['', 'x', '1', '0190F6F0-0000-7000-8000-00000000ABCD', '{0190f6f0-0000-7000-8000-00000000abcd}'])(
    'refuses %j as an id',
    async (id) => {
      await expect(appended(stored(stream, 0, { id }))).rejects.toThrow(TypeError);
    },
  );

  it.each(['', 'Noted', 'throughline.', 'throughline.test.No ted', '$throughline.test.Noted'])(
    'refuses %j as a type',
    async (type) => {
      await expect(appended(stored(stream, 0, { type }))).rejects.toThrow(TypeError);
    },
  );

  it.each([0, -1, 1.5, NaN])('refuses %d as a schema version', async (schemaVersion) => {
    await expect(appended(stored(stream, 0, { schemaVersion }))).rejects.toThrow(TypeError);
  });

  it.each(['', 'yesterday', '2026-03-03', '2026-13-03T00:00:00.000Z', '2026-03-03T09:30:00Z'])(
    'refuses %j as the moment of recording',
    async (time) => {
      await expect(appended(stored(stream, 0, { metadata: recordedAt(time) }))).rejects.toThrow(TypeError);
    },
  );

  it.each([-1, -2, 0.5, NaN, Infinity])('refuses %d as an expected revision', async (expected) => {
    const append = store.append(stream, expected, [stored(stream, expected + 1)]);
    await expect(append).rejects.toThrow(TypeError);
  });

  it('refuses an append without events', async () => {
    await expect(store.append(stream, 'none', [])).rejects.toThrow(TypeError);
  });

  it('refuses an event of another stream', async () => {
    const append = store.append(stream, 'none', [stored(newStream(), 0)]);
    await expect(append).rejects.toThrow(TypeError);
  });

  it.each([[[1]], [[0, 2]], [[0, 0]], [[1, 0]]])('refuses revisions %j as the first', async (revisions) => {
    const events = revisions.map((revision) => stored(stream, revision));
    await expect(store.append(stream, 'none', events)).rejects.toThrow(TypeError);
  });

  it('refuses an id that comes twice in one append', async () => {
    const event = stored(stream, 0);
    const append = store.append(stream, 'none', [event, { ...event, revision: 1 }]);
    await expect(append).rejects.toThrow(TypeError);
  });

  const cycle: Record<string, unknown> = {};
  cycle['self'] = { cycle };
  it.each<[string, object]>([
    ['a number that is none', { value: NaN }],
    ['an infinite number', { value: Infinity }],
    ['an integer beyond JSON', { value: 1n }],
    ['half a character', { text: 'a\ud800' }],
    ['half a character in a field name', { '\udc00': 1 }],
    ['a cycle', cycle],
  ])('refuses data with %s', async (_, data) => {
    await expect(appended(stored(stream, 0, { data }))).rejects.toThrow(NotCanonical);
  });

  describe('beyond a limit', () => {
    const exceeded = (limit: number, unit: string) => ({ name: 'LimitExceeded', limit, unit });
    /** An event of so many bytes. */
    const sized = (revision: number, bytes: number): StoredEvent => {
      const { data, metadata } = textsOf(stored(stream, revision, { data: { text: '' } }));
      return stored(stream, revision, { data: { text: 'x'.repeat(bytes - data.length - metadata.length) } });
    };
    const { eventBytes, appendBytes, appendEvents, pageEvents } = LIMITS;

    it('refuses an event of one byte too many', async () => {
      await expect(appended(sized(0, eventBytes + 1))).rejects.toMatchObject(exceeded(eventBytes, 'bytes'));
    });

    it('counts bytes, not characters', async () => {
      const data = { text: 'ü'.repeat(eventBytes / 2) };
      await expect(appended(stored(stream, 0, { data }))).rejects.toMatchObject(
        exceeded(eventBytes, 'bytes'),
      );
    });

    it('refuses an append of one byte too many', async () => {
      const small = textsOf(sized(2, 1000));
      const rest = small.data.length + small.metadata.length - 1;
      const events = [sized(0, eventBytes), sized(1, appendBytes - eventBytes - rest), sized(2, 1000)];
      const append = store.append(stream, 'none', events);
      await expect(append).rejects.toMatchObject(exceeded(appendBytes, 'bytes'));
    });

    it('refuses an append of one event too many', async () => {
      const append = store.append(stream, 'none', storedFrom(stream, 0, appendEvents + 1));
      await expect(append).rejects.toMatchObject(exceeded(appendEvents, 'events'));
    });

    it.each([0, -1, 1.5, NaN, pageEvents + 1])('refuses a page of %d events', async (limit) => {
      await expect(store.readAll({ limit })).rejects.toMatchObject(exceeded(pageEvents, 'events'));
    });
  });
}
