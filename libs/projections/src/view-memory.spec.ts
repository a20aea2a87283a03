import type { Event, Instant } from '@pm/kernel';
import { checkpointAt } from './checkpoint.js';
import { MemoryViewStore } from './memory/index.js';
import { restate } from './restate.js';
import { type Goal, type Sum, tree } from './testing/goals.examples.js';
import { ViewMemory } from './view-memory.js';
import type { Generation, KeptEntry, StoredDocument, ViewStore } from './view-store.js';

const TREE: Generation = { view: 'tree', revision: 1, indexes: ['node'] };
const day = (number: number) => `2026-03-0${number}T00:00:00.000Z` as Instant;

describe('A view in memory', () => {
  let store: ViewStore;
  let memory: ViewMemory<Goal, Event, Sum>;
  let documents: Map<string, StoredDocument<Goal, Sum>>;
  let events: number;
  beforeEach(async () => {
    store = new MemoryViewStore();
    memory = new ViewMemory(tree, store);
    documents = new Map();
    events = 0;
    await store.prepare(TREE);
    await states('top', 'value', day(1), 0);
    await states('leaf', 'under', day(1), ['top']);
  });

  /** One event that states one side. */
  async function states(id: string, facet: string, from: Instant, value: unknown): Promise<void> {
    const position = `log.${++events}`;
    await commit({ id, facet, from, value, position, by: `goal-${id}@${events}` }, position);
  }
  async function commit(entry: KeptEntry, to: string): Promise<void> {
    const from = await store.checkpoint(TREE);
    const changed = (await restate(tree, documents, [entry])).map(({ after: { own, ...after } }) => ({
      ...after,
      own: own && { ...own, node: after.id },
    }));
    await store.commit({ generation: TREE, from, to, documents: changed, entries: [entry] });
  }
  const totalNow = async (after?: string) => (await memory.now(TREE, after)).documents.get('top')?.sum?.total;
  const totalOn = async (validAt: Instant, knownAt?: string) =>
    (await memory.shownAt(TREE, { validAt, knownAt })).get('top')?.sum?.total;

  it('shows what was true at a moment, again and again', async () => {
    await states('leaf', 'value', day(1), 5);
    await states('leaf', 'value', day(3), 7);
    const days = [1, 2, 3, 4, 5, 4, 3, 2, 1].map(day);
    const totals: unknown[] = [];
    for (const each of days) totals.push(await totalOn(each));
    expect(totals).toEqual([5, 5, 7, 7, 7, 7, 7, 5, 5]);
  });

  it('shows a moment that it showed before with what was learned of it since', async () => {
    await states('leaf', 'value', day(1), 5);
    expect(await totalOn(day(2))).toBe(5);
    await states('leaf', 'value', day(2), 6);
    expect(await totalOn(day(2))).toBe(6);
    expect(await totalOn(day(2), 'log.3')).toBe(5);
    expect(await totalNow()).toBe(6);
  });

  it('shows what is now of all that a change counts towards, and did before', async () => {
    await states('other', 'value', day(1), 2);
    await states('leaf', 'value', day(1), 5);
    expect(await totalNow()).toBe(5);
    await states('leaf', 'under', day(2), ['other']);
    const { documents: now } = await memory.now(TREE);
    expect([...now.values()].map(({ id, sum }) => [id, sum?.total])).toEqual([
      ['leaf', undefined],
      ['other', 5],
      ['top', undefined],
    ]);
    expect(now.below('other').map(({ id }) => id)).toEqual(['leaf']);
    expect(now.below('top')).toEqual([]);
  });

  it('holds none of those that nobody looks for, yet shows what they count', async () => {
    const among = {
      field: 'node',
      values: ['top'],
      besideBy: 'under',
    } as const;
    memory = new ViewMemory(tree, store, { among });
    expect(await totalNow()).toBeUndefined();
    await states('leaf', 'value', day(1), 5);
    const { documents: now } = await memory.now(TREE);
    expect([...now.values()].map(({ id }) => id)).toEqual(['top']);
    expect(now.get('top')?.sum?.total).toBe(5);
    const then = await memory.shownAt(TREE, { validAt: day(1) });
    expect([...then.values()].map(({ id, sum }) => [id, sum?.total])).toEqual([['top', 5]]);
    expect(then.get('leaf')).toBeUndefined();
  });

  it('shows what was stated later than its place in the log, at its end and before', async () => {
    await states('leaf', 'value', day(1), 5);
    expect(await totalOn(day(2))).toBe(5);
    const late = { id: 'leaf', facet: 'value', from: day(2), value: 6, position: 'log.2', by: 'goal-leaf@2' };
    await commit(late, checkpointAt('log.3', 1));
    expect(await totalOn(day(2))).toBe(6);
    expect(await totalOn(day(2), 'log.2')).toBe(6);
    expect(await totalNow()).toBe(6);
  });

  it('says up to where it shows what is now', async () => {
    await states('leaf', 'value', day(1), 5);
    expect((await memory.now(TREE)).upTo).toBe('log.3');
  });

  it('counts as now for a while where that is said, but for whoever asks for something newer', async () => {
    memory = new ViewMemory(tree, store, { recentMs: Infinity });
    expect(await totalNow()).toBeUndefined();
    await states('leaf', 'value', day(1), 5);
    expect(await totalNow()).toBeUndefined();
    expect(await totalNow('log.3')).toBe(5);
    expect(await totalNow()).toBe(5);
  });

  it('shows all of it to everybody who asks while it is read', async () => {
    memory = new ViewMemory(tree, store, { recentMs: Infinity });
    await states('leaf', 'value', day(1), 5);
    const first = totalNow();
    await new Promise<void>((done) => process.nextTick(done));
    expect(await Promise.all([first, totalNow()])).toEqual([5, 5]);
  });

  it('begins anew where its generation does', async () => {
    await states('leaf', 'value', day(1), 5);
    expect(await totalOn(day(2))).toBe(5);
    const next = { ...TREE, revision: 2 };
    await store.prepare(next);
    expect((await memory.shownAt(next, { validAt: day(2) })).get('top')).toBeUndefined();
  });
});
