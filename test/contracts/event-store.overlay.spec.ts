import type { EventStore } from '@pm/eventing';
import { MemoryEventStore, OverlayEventStore } from '@pm/eventing/memory';
import type { Instant } from '@pm/kernel';
import { eventStoreContract } from './event-store.contract.js';
import { idsOf, newStream, recordedAt, stored, storedFrom, STRUCK } from './stored.js';

eventStoreContract('Overlay', async () => {
  const store = await OverlayEventStore.over(new MemoryEventStore());
  return { store, close: () => store.close() };
});

describe('An overlay over a log', () => {
  const stream = newStream();
  const past = storedFrom(stream, 0, 3);
  let below: MemoryEventStore;
  let store: OverlayEventStore;
  beforeEach(async () => {
    below = new MemoryEventStore();
    await below.append(stream, 'none', past);
    store = await OverlayEventStore.over(below);
  });

  const everything = async (from: EventStore) => idsOf((await from.readAll({ limit: 5000 })).events);

  it('goes on from the revision below and leaves the log below as it is', async () => {
    const next = stored(stream, 3);
    await store.append(stream, 2, [next]);
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf([...past, next]));
    expect(idsOf(await store.readStream(stream, 2))).toEqual(idsOf([past[2]!, next]));
    expect(await everything(below)).toEqual(idsOf(past));
  });

  it('refuses another revision than that of the log below', async () => {
    const append = store.append(stream, 'none', [stored(stream, 0)]);
    await expect(append).rejects.toMatchObject({ name: 'VersionConflict', expected: 'none', actual: 2 });
  });

  it('recognises what the stream below holds already', async () => {
    const { alreadyAppended, position } = await store.append(stream, 'none', past);
    expect({ alreadyAppended, position }).toEqual({ alreadyAppended: true, position: await below.head() });
    expect(await everything(store)).toEqual(idsOf(past));
  });

  it.each([1, 2, 3, 4, 100])('reads on from below in pages of %i', async (limit) => {
    const next = storedFrom(stream, 3, 3);
    await store.append(stream, 2, next);
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await store.readAll({ after, limit });
      ids.push(...idsOf(page.events));
      if (page.atHead) break;
      after = page.upTo;
    }
    expect(ids).toEqual(idsOf([...past, ...next]));
  });

  it('gives positions that rise from below', async () => {
    await store.append(stream, 2, storedFrom(stream, 3, 12));
    const positions = (await store.readStream(stream)).map(({ position }) => position);
    expect(positions).toEqual([...positions].sort());
    expect(await store.head()).toBe(positions.at(-1));
  });

  it('finds the types asked for on both sides', async () => {
    await store.append(stream, 2, [stored(stream, 3, { type: STRUCK })]);
    const { events } = await store.readAll({ types: [STRUCK], limit: 1 });
    expect(events.map(({ revision }) => revision)).toEqual([3]);
  });

  it('does not see what others append below later', async () => {
    await below.append(stream, 2, storedFrom(stream, 3, 2));
    const next = stored(stream, 3);
    await store.append(stream, 2, [next]);
    expect(await everything(store)).toEqual(idsOf([...past, next]));
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf([...past, next]));
  });

  it.each([
    ['2026-03-03T09:29:59.999Z', undefined],
    ['2026-03-03T09:30:00.000Z', 2],
    ['2026-03-04T00:00:00.000Z', 3],
  ])('knew at %s what was recorded by then', async (time, last) => {
    await store.append(stream, 2, [stored(stream, 3, { metadata: recordedAt('2026-03-03T10:00:00.000Z') })]);
    const known = await store.positionAt(time as Instant);
    expect(known).toBe(last === undefined ? undefined : (await store.readStream(stream))[last]!.position);
  });
});
