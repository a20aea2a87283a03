import type { Event, Instant } from '@pm/kernel';
import { checkpointAt } from './checkpoint.js';
import { MemoryViewStore } from './memory/index.js';
import { type Goal, type Sum, tree } from './testing/goals.examples.js';
import { ViewMemory } from './view-memory.js';
import type { Generation, KeptEntry, ViewStore } from './view-store.js';

const TREE: Generation = { view: 'tree', revision: 1, indexes: [] };
const day = (number: number) => `2026-03-0${number}T00:00:00.000Z` as Instant;

describe('A view in memory', () => {
  let store: ViewStore;
  let memory: ViewMemory<Goal, Event, Sum>;
  let events: number;
  beforeEach(async () => {
    store = new MemoryViewStore();
    memory = new ViewMemory(tree, store);
    events = 0;
    await store.prepare(TREE);
    await states('leaf', 'under', day(1), ['top']);
  });

  /** One event that states one side. */
  async function states(id: string, facet: string, from: Instant, value: unknown): Promise<void> {
    const [before, position] = [await store.checkpoint(TREE), `log.${++events}`];
    const entry: KeptEntry = { id, facet, from, value, position, by: `goal-${id}@${events}` };
    await store.commit({ generation: TREE, from: before, to: position, documents: [], entries: [entry] });
  }
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
    expect(await totalOn(day(2), 'log.2')).toBe(5);
    expect((await memory.now(TREE)).get('top')?.sum?.total).toBe(6);
  });

  it('shows what was stated later than its place in the log, at its end and before', async () => {
    await states('leaf', 'value', day(1), 5);
    expect(await totalOn(day(2))).toBe(5);
    const entry = {
      id: 'leaf',
      facet: 'value',
      from: day(2),
      value: 6,
      position: 'log.1',
      by: 'goal-leaf@1',
    };
    const to = checkpointAt('log.2', 1);
    await store.commit({ generation: TREE, from: 'log.2', to, documents: [], entries: [entry] });
    expect(await totalOn(day(2))).toBe(6);
    expect(await totalOn(day(2), 'log.1')).toBe(6);
    expect((await memory.now(TREE)).get('top')?.sum?.total).toBe(6);
  });

  it('begins anew where its generation does', async () => {
    await states('leaf', 'value', day(1), 5);
    expect(await totalOn(day(2))).toBe(5);
    const next = { ...TREE, revision: 2 };
    await store.prepare(next);
    expect((await memory.shownAt(next, { validAt: day(2) })).get('top')).toBeUndefined();
  });
});
