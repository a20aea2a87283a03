import { setTimeout as delay } from 'node:timers/promises';
import {
  type EventStore,
  GENESIS,
  integerPosition,
  newId,
  type StoredEvent,
  UnknownPosition,
} from '@pm/eventing';
import type { ActorId, Instant } from '@pm/kernel';
import { MemoryEventStore } from '@pm/eventing/memory';
import { FreshViews, ViewBehind } from './fresh-views.js';
import { MemoryViewStore } from './memory/index.js';
import type { Generation, ViewStore } from './view-store.js';

const CARDS: Generation = { view: 'cards', revision: 1, indexes: [] };
const WAIT_MS = 40;
const LOGGED = 10;

const moved = (revision: number): StoredEvent => ({
  id: newId(),
  stream: 'cards-1',
  revision,
  type: 'throughline.test.Moved',
  schemaVersion: 1,
  data: {},
  metadata: {
    recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
    actor: 'ada' as ActorId,
    commandId: 'move',
    correlationId: 'move',
    prevHash: GENESIS,
  },
});

describe('A view as fresh as its reader needs it', () => {
  let events: EventStore;
  let views: ViewStore;
  let fresh: FreshViews;
  beforeEach(async () => {
    events = new MemoryEventStore();
    await events.append(
      'cards-1',
      'none',
      Array.from({ length: LOGGED }, (_, revision) => moved(revision)),
    );
    views = new MemoryViewStore();
    fresh = new FreshViews(events, views, WAIT_MS);
    await views.prepare(CARDS);
  });

  const position = (place: number) => integerPosition(events.logId, place);
  const comesTo = (to: string, generation = CARDS) =>
    views.checkpoint(generation).then((from) => views.commit({ generation, from, to, documents: [] }));
  const after = (place: number, as = fresh) => as.generation('cards', { after: position(place) });
  const soon = (happens: () => Promise<void>) => setTimeout(() => void happens(), 10);
  const patient = () => new FreshViews(events, views);

  it('is another one soon after another one took its place', async () => {
    await views.activate(CARDS);
    expect(await fresh.generation('cards', {})).toEqual(CARDS);
    const next = { ...CARDS, revision: 2 };
    await views.prepare(next);
    await views.activate(next);
    while ((await fresh.generation('cards', {})).revision !== 2) await delay(5);
    expect(await fresh.generation('cards', {})).toEqual(next);
  });

  it('is whatever readers see, where they ask for nothing more', async () => {
    await views.activate(CARDS);
    expect(await fresh.generation('cards', {})).toEqual(CARDS);
  });

  it.each([3, 4])('is there at once where it has come to %i and 3 is asked for', async (place) => {
    await views.activate(CARDS);
    await comesTo(position(place));
    expect(await after(3)).toEqual(CARDS);
  });

  it('is waited for until it has come so far', async () => {
    await views.activate(CARDS);
    await comesTo(position(2));
    soon(() => comesTo(position(10)));
    expect(await after(10, patient())).toEqual(CARDS);
    expect(await views.checkpoint(CARDS)).toBe(position(10));
  });

  it('is waited for until there is one', async () => {
    await comesTo(position(3));
    soon(() => views.activate(CARDS));
    expect(await patient().generation('cards', {})).toEqual(CARDS);
    expect(await after(3)).toEqual(CARDS);
  });

  it('is the new one where it was swapped in while the reader waited', async () => {
    await views.activate(CARDS);
    const next = { ...CARDS, revision: 2 };
    await views.prepare(next);
    await comesTo(position(3), next);
    soon(() => views.activate(next));
    expect(await after(3, patient())).toEqual(next);
  });

  it.each([
    ['has not begun', undefined],
    ['is one event behind', 2],
  ])('is behind where it still %s when the wait is over', async (_how, place) => {
    await views.activate(CARDS);
    if (place !== undefined) await comesTo(position(place));
    const started = performance.now();
    const behind = await after(3).catch((error: unknown) => error);
    expect(behind).toBeInstanceOf(ViewBehind);
    expect(behind).toMatchObject({ view: 'cards', reached: place === undefined ? place : position(place) });
    expect(performance.now() - started).toBeGreaterThanOrEqual(WAIT_MS - 1);
  });

  it('is behind where readers see none when the wait is over', async () => {
    await comesTo(position(3));
    await expect(after(3)).rejects.toThrow(ViewBehind);
    await expect(fresh.generation('cards', {})).rejects.toThrow(ViewBehind);
    await expect(fresh.generation('goals', {})).rejects.toThrow(ViewBehind);
  });

  it.each(['00000000', 'ffffffff'])(
    'has not come anywhere in this log where it is of the log %s',
    async (logId) => {
      await views.activate(CARDS);
      await comesTo(integerPosition(logId, 9));
      await expect(after(3)).rejects.toThrow(ViewBehind);
    },
  );

  it('is not waited for in vain to reach a place beyond the end of the log', async () => {
    await views.activate(CARDS);
    await comesTo(position(LOGGED));
    await expect(after(LOGGED)).resolves.toEqual(CARDS);
    await expect(after(LOGGED + 1)).rejects.toThrow(UnknownPosition);
  });

  it.each(['', 'x', '.', '0000000000000003', 'elsewhere.0000000000000003', `'; DROP TABLE x`])(
    'is not waited for to reach %j, which no event of this log can have',
    async (unknown) => {
      await views.activate(CARDS);
      await comesTo(position(3));
      await expect(fresh.generation('cards', { after: unknown })).rejects.toThrow(UnknownPosition);
      await expect(fresh.generation('goals', { after: unknown })).rejects.toThrow(UnknownPosition);
      const malformed = `${events.logId}.${unknown}`;
      await expect(fresh.generation('cards', { after: `${malformed} ` })).rejects.toThrow(UnknownPosition);
    },
  );
});
