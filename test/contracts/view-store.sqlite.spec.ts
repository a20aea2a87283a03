import { setImmediate as nextTurn } from 'node:timers/promises';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { temporaryDirectory } from './temporary-directory.js';
import { viewStoreContract } from './view-store.contract.js';

viewStoreContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const views = SqliteViewStore.open(`${path}/views.db`);
  return {
    views,
    close: async () => {
      await views.close();
      remove();
    },
  };
});

describe('SQLite view store in a file', () => {
  const CARDS = { view: 'cards', revision: 1, indexes: ['owner'] };
  const churn = { id: 'churn', own: { owner: 'ada' } };
  let directory: ReturnType<typeof temporaryDirectory>;
  let views: SqliteViewStore;
  beforeEach(async () => {
    directory = temporaryDirectory();
    views = SqliteViewStore.open(`${directory.path}/views.db`);
    await views.prepare(CARDS);
    await views.commit({ generation: CARDS, from: undefined, to: 'p1', documents: [churn] });
    await views.activate(CARDS);
  });
  afterEach(() => directory.remove());

  it('holds what was committed after it is opened again', async () => {
    await views.close();
    const again = SqliteViewStore.open(`${directory.path}/views.db`);
    expect(await again.active('cards')).toEqual(CARDS);
    expect(await again.checkpoint(CARDS)).toBe('p1');
    expect(await again.load(CARDS, ['churn'])).toEqual([churn]);
    await again.close();
  });

  it('shows a reader beside the writer each commit whole', async () => {
    const reader = SqliteViewStore.open(`${directory.path}/views.db`, { readonly: true });
    expect(await reader.list(CARDS, { where: { owner: 'ada' }, limit: 10 })).toEqual({ documents: [churn] });
    await views.commit({ generation: CARDS, from: 'p1', to: 'p2', documents: [{ id: 'churn' }] });
    expect(await reader.checkpoint(CARDS)).toBe('p2');
    expect(await reader.load(CARDS, ['churn'])).toEqual([]);
    await Promise.all([reader.close(), views.close()]);
  });

  it('shows a reader one commit in one turn of the event loop, however many there are meanwhile', async () => {
    const reader = SqliteViewStore.open(`${directory.path}/views.db`, { readonly: true });
    expect(await reader.checkpoint(CARDS)).toBe('p1');
    const next = { ...CARDS, revision: 2 };
    await views.prepare(next);
    await views.activate(next);
    expect(await reader.active('cards')).toEqual(CARDS);
    await nextTurn();
    expect(await reader.active('cards')).toEqual(next);
    await Promise.all([reader.close(), views.close()]);
  });

  it('lets a reader find a generation that the writer dropped and made again', async () => {
    const reader = SqliteViewStore.open(`${directory.path}/views.db`, { readonly: true });
    expect(await reader.load(CARDS, ['churn'])).toEqual([churn]);
    await views.drop(CARDS);
    await views.prepare(CARDS);
    await nextTurn();
    expect(await reader.load(CARDS, ['churn'])).toEqual([]);
    await Promise.all([reader.close(), views.close()]);
  });
});
