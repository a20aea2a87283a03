import { jest } from '@jest/globals';
import fc from 'fast-check';
import { ALWAYS } from '@pm/kernel';
import { MongoConnection } from '@pm/eventing/mongodb';
import { MemoryEventStore } from '@pm/eventing/memory';
import type { AnyView, ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { Collections, MongoViewStore } from '@pm/projections/mongodb';
import { datedTree } from '../support/dated-tree.view.js';
import { onEngine } from '../support/engines.js';
import { Torn } from '../support/faulty-view-store.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { taskEvent, withoutCycles } from '../support/task-history.js';
import { TaskLog } from '../support/task-log.js';
import type { TaskEvent } from '../support/task.events.js';
import { closed, estimated, opened, placed } from '../support/tasks.js';
import { type Tear, TEARS, TornWrites } from '../support/torn-writes.js';
import { expectComplete, expectedOf, held, projector } from './projected.js';

jest.setTimeout(120_000);

/** Processes that run the same view one after the other; each dies at one of its writes, as long as there are tears. */
class Runners {
  readonly log = new TaskLog(new MemoryEventStore());
  private readonly tears: Tear[];
  views!: MongoViewStore;

  constructor(
    private readonly url: string,
    tears: readonly Tear[],
  ) {
    this.tears = [...tears];
    this.start();
  }

  /** Whoever takes over goes on from what was stored. */
  async project(...events: readonly TaskEvent[]): Promise<void> {
    await this.log.write(...events);
    await this.catchUp(datedTree);
  }

  async catchUp(view: AnyView): Promise<void> {
    for (;;) {
      try {
        return await projector(view, this.log, this.views).catchUp();
      } catch (error) {
        if (!(error instanceof Torn)) throw error;
        await this.views.close();
        this.start();
      }
    }
  }

  private start(): void {
    const connection = MongoConnection.open(this.url, { durable: false });
    const collections = new Collections(connection);
    const writes = new TornWrites(collections, this.tears.shift());
    this.views = new MongoViewStore(connection, collections, writes);
  }
}

/** Nothing is missing, nothing is counted twice, and no moment looks otherwise than in memory. */
async function expectUntorn({ log, views }: Runners): Promise<void> {
  await expectComplete(datedTree, log, views);
  const memory = new MemoryViewStore();
  const { generation } = projector(datedTree, log, memory);
  await projector(datedTree, log, memory).catchUp();
  expect(await views.entriesBetween(generation, { knownAt: '' }, {})).toEqual(
    await memory.entriesBetween(generation, { knownAt: '' }, {}),
  );
  for (const { position } of await log.read()) {
    const asOf = async (store: ViewStore) => {
      const documents = await store.asOf(generation, { knownAt: position });
      return new Map(documents.map(({ id, own }) => [id, own]));
    };
    expect(await asOf(views)).toEqual(await asOf(memory));
  }
}

const history = [
  [opened(0), opened(1), opened(2, 5), placed(1, 0), placed(2, 1)],
  [estimated(2, 8), opened(3, 2), placed(3, 1)],
  [closed(1)],
  [placed(2, 0), opened(1, 4), closed(3)],
];

onEngine('mongoDb', 'MongoDB', (server) => {
  describe('A view in MongoDB', () => {
    let url: string;
    let remove: () => Promise<void>;
    let runners: Runners;
    beforeEach(() => ({ url, remove } = mongoDatabase(server)));
    afterEach(async () => {
      await runners.views.close();
      await remove();
    });

    it.each(TEARS)('ends the same wherever a runner dies %s a write', async (how) => {
      let write = 0;
      for (let isTorn = true; isTorn; write++) {
        runners = new Runners(url, [{ write, how }]);
        const first = runners.views;
        for (const events of history) await runners.project(...events);
        isTorn = runners.views !== first;
        await expectUntorn(runners);
        await runners.views.close();
        await remove();
      }
      expect(write).toBeGreaterThan(history.length * 4);
    });

    it.each(TEARS)('parks and lets in the same wherever a runner dies %s a write', async (how) => {
      const unlucky: AnyView = {
        ...datedTree,
        evolve: (node, event, context) => {
          if (event.data.points === 13) throw new Error('unlucky');
          return datedTree.evolve(node, event, context);
        },
      };
      let write = 0;
      for (let isTorn = true; isTorn; write++) {
        runners = new Runners(url, [{ write, how }]);
        const first = runners.views;
        await runners.log.write(opened(0), opened(1), placed(1, 0), estimated(1, 13), estimated(1, 5));
        await runners.catchUp(unlucky);
        const { generation } = projector(datedTree, runners.log, runners.views);
        const parked = await runners.views.parked(generation);
        expect(parked.map(({ error }) => error)).toEqual(['unlucky', undefined]);
        await runners.views.ask(generation, parked[0]!.position, { to: 'retry', by: 'ada', at: ALWAYS });
        await runners.catchUp(datedTree);
        isTorn = runners.views !== first;
        expect(await runners.views.parked(generation)).toEqual([]);
        expect(await held(runners.views, datedTree)).toEqual(expectedOf(datedTree, await runners.log.read()));
        await runners.views.close();
        await remove();
      }
      expect(write).toBeGreaterThan(10);
    });

    const tears = fc.array(fc.record({ write: fc.nat(9), how: fc.constantFrom(...TEARS) }), {
      maxLength: 12,
    });
    const histories = fc.array(fc.array(taskEvent, { minLength: 1, maxLength: 15 }), { maxLength: 8 });
    it('ends the same however often runners die, also those that recover', async () => {
      await fc.assert(
        fc.asyncProperty(tears, histories, async (all, rounds) => {
          runners = new Runners(url, all);
          const possible = withoutCycles();
          for (const events of rounds) await runners.project(...possible(events));
          if (rounds.length > 0) await expectUntorn(runners);
          await runners.views.close();
          await remove();
        }),
        { numRuns: 12 },
      );
    });
  });
});
