import { jest } from '@jest/globals';
import { ALWAYS } from '@pm/kernel';
import { MongoConnection } from '@pm/eventing/mongodb';
import { CheckpointMoved, type StoredDocument } from '@pm/projections';
import { Collections, CommitWrites, MongoViewStore } from '@pm/projections/mongodb';
import { onEngine } from '../support/engines.js';
import { Torn } from '../support/faulty-view-store.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { TEARS, TornWrites } from '../support/torn-writes.js';

jest.setTimeout(120_000);

const CARDS = { view: 'cards', revision: 1, indexes: ['owner'] };
const card = (id: string, owner: string): StoredDocument => ({ id, own: { owner } });
const said = (id: string, position: string) => ({
  id,
  facet: 'owner',
  from: ALWAYS,
  value: id,
  position,
  by: id,
});

/** Sleeps before a commit's documents are written, until it is woken. */
class SleepingWrites extends CommitWrites {
  wake!: () => void;
  private readonly woken = new Promise<void>((resolve) => (this.wake = resolve));
  asleep!: Promise<void>;
  private fall!: () => void;

  constructor(collections: Collections) {
    super(collections);
    this.asleep = new Promise<void>((resolve) => (this.fall = resolve));
  }

  override async documents(...args: Parameters<CommitWrites['documents']>): Promise<void> {
    this.fall();
    await this.woken;
    await super.documents(...args);
  }
}

onEngine('mongoDb', 'MongoDB', (server) => {
  describe('Runners of one view in MongoDB, without transactions', () => {
    let url: string;
    let remove: () => Promise<void>;
    let collections: Collections;
    const opened: MongoViewStore[] = [];
    beforeEach(() => ({ url, remove } = mongoDatabase(server)));
    afterEach(async () => {
      for (const views of opened.splice(0)) await views.close();
      await remove();
    });

    const runner = <Writes extends CommitWrites>(writesTo: (collections: Collections) => Writes) => {
      // As on a server that stands alone, whichever this one is.
      const journalled = { takesTransactions: async () => false };
      const connection = Object.assign(MongoConnection.open(url, { durable: false }), journalled);
      collections = new Collections(connection);
      const writes = writesTo(collections);
      const views = new MongoViewStore(connection, collections, writes);
      opened.push(views);
      return { views, writes };
    };
    const ordinary = () => runner((all) => new CommitWrites(all)).views;
    const commit = (
      views: MongoViewStore,
      from: string | undefined,
      to: string,
      ...documents: StoredDocument[]
    ) =>
      views.commit({
        generation: CARDS,
        from,
        to,
        documents,
        entries: documents.map(({ id }) => said(id, to)),
      });
    const all = async (views: MongoViewStore) => ({
      checkpoint: await views.checkpoint(CARDS),
      listed: await views.list(CARDS, { limit: 10, sortBy: 'owner' }),
      loaded: await views.load(CARDS, ['a', 'b', 'c', 'd', 'e']),
      stated: await views.entriesBetween(CARDS, { knownAt: '' }, {}),
    });

    describe('that sleeps once its commit has happened', () => {
      let sleeping: ReturnType<typeof runner<SleepingWrites>>;
      let late: Promise<void>;
      let other: MongoViewStore;
      beforeEach(async () => {
        sleeping = runner((held) => new SleepingWrites(held));
        await sleeping.views.prepare(CARDS);
        late = commit(sleeping.views, undefined, 'p1', card('a', 'ada'), card('b', 'ada'), card('c', 'ada'));
        await sleeping.writes.asleep;
        other = ordinary();
      });

      it('has not moved the checkpoint, and leaves its commit to the next one', async () => {
        expect(await other.checkpoint(CARDS)).toBe(undefined);
        await expect(commit(other, undefined, 'p1', card('a', 'grace'))).rejects.toMatchObject({
          actual: 'p1',
        });
        await other.prepare(CARDS);
        expect(await other.checkpoint(CARDS)).toBe('p1');
        expect(await other.load(CARDS, ['a', 'b', 'c'])).toHaveLength(3);
        sleeping.writes.wake();
        await late;
      });

      it('changes nothing when it wakes after three more commits, and may not go on', async () => {
        await other.prepare(CARDS);
        await commit(other, 'p1', 'p2', card('a', 'grace'), { id: 'b' });
        await commit(other, 'p2', 'p3', card('d', 'grace'), { id: 'c', sum: { goals: '1' } });
        await commit(other, 'p3', 'p4', { id: 'd' }, card('e', 'alan'));
        const before = await all(other);
        sleeping.writes.wake();
        await late;
        expect(await all(other)).toEqual(before);
        await expect(commit(sleeping.views, 'p1', 'p2', card('a', 'ada'))).rejects.toThrow(CheckpointMoved);
        expect(await all(other)).toEqual(before);
      });

      it('changes nothing when it wakes after the view was dropped and begun again', async () => {
        await other.drop(CARDS);
        await other.prepare(CARDS);
        await commit(other, undefined, 'p0', card('e', 'alan'));
        const before = await all(other);
        sleeping.writes.wake();
        await late;
        expect(await all(other)).toEqual(before);
        await expect(commit(sleeping.views, 'p1', 'p2', card('a', 'ada'))).rejects.toThrow('not prepared');
        await other.prepare(CARDS);
        expect((await collections.placesOf('cards')).size).toBe(1);
      });
    });

    describe('with a commit too large for one document', () => {
      const text = 'x'.repeat(1024 * 1024);
      const large = Array.from({ length: 9 }, (_, number) => ({
        id: `${number}`,
        own: { owner: 'ada', text },
      }));
      const ids = large.map(({ id }) => id);

      it('keeps nothing of its parts when it is done', async () => {
        const views = ordinary();
        await views.prepare(CARDS);
        await commit(views, undefined, 'p1', ...large);
        expect(await collections.parts.countDocuments()).toBe(0);
        expect(await views.load(CARDS, ids)).toHaveLength(large.length);
      });

      it.each(TEARS)('does it all or nothing wherever it dies %s a write', async (how) => {
        for (let write = 0; write < 6; write++) {
          await ordinary().drop(CARDS);
          const torn = runner((held) => new TornWrites(held, { write, how }));
          await torn.views.prepare(CARDS);
          await expect(commit(torn.views, undefined, 'p1', ...large)).rejects.toThrow(Torn);

          const next = ordinary();
          await next.prepare(CARDS);
          const happened = (await next.checkpoint(CARDS)) === 'p1';
          expect(happened).toBe(write > 1 || (write === 1 && how === 'after'));
          expect(await next.load(CARDS, ids)).toHaveLength(happened ? large.length : 0);
          if (!happened) await commit(next, undefined, 'p1', ...large);
          expect(await next.load(CARDS, ids)).toHaveLength(large.length);
          expect(await collections.parts.countDocuments()).toBe(0);
        }
      });
    });
  });
});
