import { type Appended, type EventStore, type ExpectedRevision, VersionConflict } from '@pm/eventing';
import { idsOf, newStream, recordedAt, stored, storedFrom, STRUCK } from './stored.js';

/** Revisions, positions, repetitions and conflicts. */
export function appending(current: () => EventStore): void {
  let store: EventStore;
  let stream: string;
  beforeEach(() => {
    store = current();
    stream = newStream();
  });

  const everything = async () => (await store.readAll({ limit: 5000 })).events;
  const refusal = (expected: ExpectedRevision, actual: ExpectedRevision) => ({
    name: 'VersionConflict',
    stream,
    expected,
    actual,
  });

  describe('at a revision', () => {
    it('starts a stream that does not exist at revision 0', async () => {
      const appended = await store.append(stream, 'none', [stored(stream, 0)]);
      expect(appended).toEqual({ revision: 0, position: await store.head(), alreadyAppended: false });
    });

    it.each([0, 7])('refuses revision %i of a stream that does not exist', async (expected) => {
      const append = store.append(stream, expected, [stored(stream, expected + 1)]);
      await expect(append).rejects.toMatchObject(refusal(expected, 'none'));
      expect(await everything()).toEqual([]);
    });

    it('goes on from the last revision of a stream', async () => {
      await store.append(stream, 'none', storedFrom(stream, 0, 3));
      const appended = await store.append(stream, 2, storedFrom(stream, 3, 2));
      expect(appended).toEqual({ revision: 4, position: await store.head(), alreadyAppended: false });
    });

    it.each<[string, ExpectedRevision]>([
      ['none', 'none'],
      ['a stale revision', 0],
      ['the revision before the last', 1],
      ['a future revision', 3],
      ['a far revision', 90],
    ])('refuses %s of a stream at revision 2', async (_, expected) => {
      const past = storedFrom(stream, 0, 3);
      await store.append(stream, 'none', past);
      const first = expected === 'none' ? 0 : expected + 1;
      await expect(store.append(stream, expected, [stored(stream, first)])).rejects.toMatchObject(
        refusal(expected, 2),
      );
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(past));
    });

    it('numbers a stream without holes, however many events an append holds', async () => {
      await store.append(stream, 'none', storedFrom(stream, 0, 1));
      await store.append(stream, 0, storedFrom(stream, 1, 4));
      await store.append(stream, 4, storedFrom(stream, 5, 2));
      const revisions = (await store.readStream(stream)).map(({ revision }) => revision);
      expect(revisions).toEqual([0, 1, 2, 3, 4, 5, 6]);
    });

    it('gives all streams one order, in which positions rise', async () => {
      const other = newStream();
      const appended: Appended[] = [
        await store.append(stream, 'none', [stored(stream, 0)]),
        await store.append(other, 'none', [stored(other, 0)]),
        await store.append(stream, 0, [stored(stream, 1)]),
        await store.append(other, 0, [stored(other, 1)]),
      ];
      const positions = appended.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort());
      expect((await everything()).map(({ position }) => position)).toEqual(positions);
      expect((await store.readStream(other)).map(({ position }) => position)).toEqual([
        positions[1],
        positions[3],
      ]);
    });
  });

  describe('repeated', () => {
    it('stores the same events once and gives the same answer', async () => {
      const events = storedFrom(stream, 0, 3);
      const first = await store.append(stream, 'none', events);
      expect(await store.append(stream, 'none', events)).toEqual({ ...first, alreadyAppended: true });
      expect(idsOf(await everything())).toEqual(idsOf(events));
    });

    it('recognises events long after others followed them', async () => {
      const events = storedFrom(stream, 0, 2);
      const first = await store.append(stream, 'none', events);
      await store.append(stream, 1, storedFrom(stream, 2, 5));
      expect(await store.append(stream, 'none', events)).toEqual({ ...first, alreadyAppended: true });
      expect(await everything()).toHaveLength(7);
    });

    it('recognises events whose times and metadata differ', async () => {
      const event = stored(stream, 0);
      const first = await store.append(stream, 'none', [event]);
      const later = { ...event, metadata: recordedAt('2026-03-04T00:00:00.000Z') };
      expect(await store.append(stream, 'none', [later])).toEqual({ ...first, alreadyAppended: true });
    });

    it('stores events once that are sent twice at the same moment', async () => {
      const events = storedFrom(stream, 0, 2);
      const answers = await Promise.all([1, 2].map(() => store.append(stream, 'none', events)));
      expect(answers.map(({ alreadyAppended }) => alreadyAppended)).toEqual([false, true]);
      expect(answers[1]).toMatchObject({ revision: 1, position: answers[0]!.position });
      expect(await everything()).toHaveLength(2);
    });

    it.each([
      ['data', { data: { text: 'another note' } }],
      ['type', { type: STRUCK }],
      ['schema version', { schemaVersion: 2 }],
    ])('refuses a known id with other %s', async (_, difference) => {
      const event = stored(stream, 0);
      await store.append(stream, 'none', [event]);
      const append = store.append(stream, 'none', [{ ...event, ...difference }]);
      await expect(append).rejects.toMatchObject({ name: 'IdConflict', id: event.id });
      expect(await store.readStream(stream)).toMatchObject([event]);
    });

    it('refuses a known id in another stream', async () => {
      const [event, other] = [stored(stream, 0), newStream()];
      await store.append(stream, 'none', [event]);
      const append = store.append(other, 'none', [{ ...event, stream: other }]);
      await expect(append).rejects.toMatchObject({ name: 'IdConflict', id: event.id });
      expect(await store.readStream(other)).toEqual([]);
    });

    it('refuses a batch that is known in part, whichever part', async () => {
      const known = storedFrom(stream, 0, 2);
      await store.append(stream, 'none', known);
      const longer = [...known, stored(stream, 2)];
      const startingAnew = [stored(stream, 2), { ...known[1]!, revision: 3 }];
      const conflict = { name: 'IdConflict' };
      await expect(store.append(stream, 'none', longer)).rejects.toMatchObject(conflict);
      await expect(store.append(stream, 1, startingAnew)).rejects.toMatchObject(conflict);
      expect(idsOf(await everything())).toEqual(idsOf(known));
    });
  });

  describe('side by side', () => {
    it('leaves no trace of a refused append: the next correct one goes on as if it had never been', async () => {
      const { position } = await store.append(stream, 'none', [stored(stream, 0)]);
      await expect(store.append(stream, 'none', storedFrom(stream, 0, 3))).rejects.toThrow(VersionConflict);
      expect(await store.head()).toBe(position);
      const next = stored(stream, 1);
      await store.append(stream, 0, [next]);
      const page = await store.readAll({ after: position, limit: 10 });
      expect(page.events).toMatchObject([next]);
    });

    it('answers each of many appends of one moment for itself', async () => {
      const [second, third] = [newStream(), newStream()];
      const taken = stored(stream, 0);
      const outcomes = await Promise.allSettled([
        store.append(stream, 'none', [taken]),
        store.append(stream, 'none', [stored(stream, 0)]),
        store.append(second, 3, [stored(second, 4, { type: STRUCK })]),
        store.append(second, 'none', storedFrom(second, 0, 2, { type: STRUCK })),
        store.append(third, 'none', [stored(third, 0), { ...taken, stream: third, revision: 1 }]),
        store.append(stream, 0, [stored(stream, 1)]),
      ]);
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
        true,
        false,
        false,
        true,
        false,
        true,
      ]);
      expect((await everything()).map((event) => [event.stream, event.revision])).toEqual([
        [stream, 0],
        [second, 0],
        [second, 1],
        [stream, 1],
      ]);
      const next = store.append(third, 'none', [stored(third, 0)]);
      await expect(next).resolves.toMatchObject({ revision: 0, alreadyAppended: false });
    });

    it('lets exactly one of 64 writers have each revision and tells the others where the stream is', async () => {
      for (let revision = 0; revision < 20; revision++) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const attempts = Array.from({ length: 64 }, () =>
          store.append(stream, expected, [stored(stream, revision)]),
        );
        const outcomes = await Promise.allSettled(attempts);
        const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(refusals).toHaveLength(63);
        for (const { reason } of refusals) expect(reason).toMatchObject(refusal(expected, revision));
      }
      expect((await store.readStream(stream)).map(({ revision }) => revision)).toEqual([...Array(20).keys()]);
    }, 30_000);

    it('keeps every event of writers who try again wherever they are told to', async () => {
      const won: string[] = [];
      const write = async () => {
        let expected: ExpectedRevision = 'none';
        for (let wins = 0; wins < 10;) {
          const event = stored(stream, expected === 'none' ? 0 : expected + 1);
          try {
            ({ revision: expected } = await store.append(stream, expected, [event]));
            won[expected] = event.id;
            wins += 1;
          } catch (conflict) {
            expected = (conflict as VersionConflict).actual;
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, write));
      expect(idsOf(await store.readStream(stream))).toEqual(won);
      expect(won).toHaveLength(80);
    }, 30_000);
  });
}
