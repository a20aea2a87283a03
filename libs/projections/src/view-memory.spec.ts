import { ALWAYS, type Event, type Facet, type View } from '@pm/kernel';
import { checkpointAt } from './checkpoint.js';
import { MemoryViewStore } from './memory/index.js';
import { ViewMemory } from './view-memory.js';
import type { KeptEntry } from './view-store.js';

type Card = Readonly<Record<string, Facet<string>>>;

const cards: View<Card, Event, object> = {
  name: 'cards',
  revision: 1,
  handles: [],
  key: () => undefined,
  evolve: (card) => card,
  rollup: { above: () => [], part: () => undefined, add: (sum) => sum },
  history: { entries: () => [] },
};
const generation = { view: 'cards', revision: 1, indexes: [] };
const stated = (id: string, position: string): KeptEntry => ({
  id,
  facet: 'title',
  from: ALWAYS,
  value: id,
  position,
  by: id,
});

describe('A view in memory', () => {
  it('shows what was stated since it was read, at its end and before', async () => {
    const store = new MemoryViewStore();
    const memory = new ViewMemory(cards, store);
    const titles = async () => [...(await memory.now(generation)).keys()].toSorted();
    await store.prepare(generation);
    const commit = (from: string | undefined, to: string, ...entries: KeptEntry[]) =>
      store.commit({ generation, from, to, documents: [], entries });

    await commit(undefined, 'p3', stated('churn', 'p3'));
    expect(await titles()).toEqual(['churn']);
    await commit('p3', 'p4', stated('revenue', 'p4'));
    expect(await titles()).toEqual(['churn', 'revenue']);
    await commit('p4', checkpointAt('p4', 1), stated('absence', 'p2'));
    await commit(checkpointAt('p4', 1), checkpointAt('p5', 1), stated('safety', 'p5'));
    expect(await titles()).toEqual(['absence', 'churn', 'revenue', 'safety']);
  });
});
