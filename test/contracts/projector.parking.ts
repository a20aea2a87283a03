import fc from 'fast-check';
import type { Instant } from '@pm/kernel';
import { type AnyView, positionIn, type ViewStore } from '@pm/projections';
import { FaultyViewStore, Torn } from '../support/faulty-view-store.js';
import { taskCards } from '../support/task-cards.view.js';
import { taskEvent, withoutCycles } from '../support/task-history.js';
import { TaskLog } from '../support/task-log.js';
import { taskMerges } from '../support/task-merges.view.js';
import { taskTree } from '../support/task-tree.view.js';
import { estimated, opened, placed } from '../support/tasks.js';
import { until } from '../support/until.js';
import { expectedOf, Followers, held, projector, reached } from './projected.js';
import type { OpenStores } from './projector.contract.js';

const UNLUCKY = 13;

/** The same view, before it was corrected. */
const faulty = (view: AnyView): AnyView => ({
  ...view,
  evolve: (document, event, context) => {
    if (event.data.points === UNLUCKY) throw new Error('unlucky');
    return view.evolve(document, event, context);
  },
});

const request = (to: 'retry' | 'skip') => ({ to, by: 'ada', at: '2026-03-03T09:30:00.000Z' as Instant });

/** Events that a view cannot take: they wait, with whatever depends on them, and nothing else does. */
export function parking(open: () => Promise<OpenStores>): void {
  let stores: OpenStores;
  let views: FaultyViewStore;
  let log: TaskLog;
  let followers: Followers;
  beforeEach(async () => {
    stores = await open();
    views = new FaultyViewStore(stores.views);
    log = new TaskLog(stores.events);
    followers = new Followers();
  });
  afterEach(async () => {
    await followers.stop();
    await stores.close();
  });

  const generationOf = (view: AnyView) => projector(view, log, views).generation;
  const parked = (view: AnyView, from: ViewStore = views) => from.parked(generationOf(view));
  const ask = (view: AnyView, position: string, to: 'retry' | 'skip') =>
    views.ask(generationOf(view), position, request(to));
  /** Two streams go on, and one of them has an event that cannot be taken. */
  const poisoned = async () => {
    await log.writeTo('test-a', opened(0), opened(1), opened(2));
    const unlucky = await log.writeTo('test-b', estimated(1, UNLUCKY));
    const behind = await log.writeTo('test-b', estimated(0, 5));
    const position = await log.writeTo('test-a', estimated(2, 8), opened(3));
    return { unlucky: unlucky!, behind: behind!, position: position! };
  };
  const events = async (...without: string[]) =>
    (await log.read()).filter(({ position }) => !without.includes(position));

  it('parks the event with its error, its stream behind it, and lets the others go on', async () => {
    await followers.start(projector(faulty(taskCards), log, views));
    const { unlucky, behind, position } = await poisoned();
    await reached(taskCards, position, stores.events, views);
    expect(await parked(taskCards)).toMatchObject([
      {
        position: unlucky,
        stream: 'test-b',
        revision: 0,
        type: 'throughline.test.TaskEstimated',
        error: 'unlucky',
      },
      { position: behind, stream: 'test-b', revision: 1, documents: ['task 0'] },
    ]);
    expect((await parked(taskCards))[1]).not.toHaveProperty('error');
    expect(await held(views, taskCards)).toEqual(expectedOf(taskCards, await events(unlucky, behind)));
  });

  it('lets whatever touches a document wait for it, whatever its stream', async () => {
    const { unlucky, behind } = await poisoned();
    const touching = await log.writeTo('test-c', estimated(1, 3));
    const next = await log.writeTo('test-c', opened(4));
    await projector(faulty(taskCards), log, views).catchUp();
    expect((await parked(taskCards)).map(({ position }) => position)).toEqual([
      unlucky,
      behind,
      touching,
      next,
    ]);
  });

  it.each([taskCards, taskMerges, taskTree])(
    'equals the slow fold of $name once it was corrected',
    async (view) => {
      const { unlucky } = await poisoned();
      await log.writeTo('test-c', estimated(1, 3), placed(2, 1));
      await projector(faulty(view), log, views).catchUp();
      await projector(view, log, views).catchUp();
      expect(await parked(view)).not.toEqual([]);
      await ask(view, unlucky, 'retry');
      await projector(view, log, views).catchUp();
      expect(await parked(view)).toEqual([]);
      expect(await held(views, view)).toStrictEqual(expectedOf(view, await log.read()));
    },
  );

  it('parks it again where it still cannot be taken, and does not try of itself', async () => {
    const { unlucky } = await poisoned();
    await projector(faulty(taskCards), log, views).catchUp();
    await ask(taskCards, unlucky, 'retry');
    await projector(faulty(taskCards), log, views).catchUp();
    const left = await parked(taskCards);
    expect(left).toHaveLength(2);
    expect(left[0]).not.toHaveProperty('asked');
  });

  it('leaves out what is skipped, says so for ever, and lets in what waited behind it', async () => {
    const { unlucky } = await poisoned();
    await projector(faulty(taskCards), log, views).catchUp();
    await ask(taskCards, unlucky, 'skip');
    await projector(faulty(taskCards), log, views).catchUp();
    expect(await parked(taskCards)).toMatchObject([{ position: unlucky, skipped: request('skip') }]);
    expect(await held(views, taskCards)).toEqual(expectedOf(taskCards, await events(unlucky)));
    await projector(taskCards, log, views).catchUp();
    expect(await parked(taskCards)).toHaveLength(1);
  });

  it('does what is asked for while it follows', async () => {
    const { unlucky } = await poisoned();
    await projector(faulty(taskTree), log, views).catchUp();
    await followers.start(projector(taskTree, log, views));
    await ask(taskTree, unlucky, 'retry');
    await until(async () => (await parked(taskTree)).length === 0);
    expect(await held(views, taskTree)).toStrictEqual(expectedOf(taskTree, await log.read()));
  });

  it('finds the one event that sums cannot be kept for', async () => {
    const total = taskTree.rollup!;
    const sumless: AnyView = {
      ...taskTree,
      rollup: {
        ...total,
        part: (node, below, to) => {
          if (node.points === UNLUCKY) throw new Error('cannot be added');
          return total.part(node, below, to);
        },
      },
    };
    await log.writeTo('test-a', opened(0), opened(1), opened(2), placed(1, 0), placed(2, 0));
    const unlucky = await log.writeTo('test-b', estimated(1, UNLUCKY));
    const position = await log.writeTo('test-a', estimated(2, 8));
    await projector(sumless, log, views).catchUp();
    expect(await parked(taskTree)).toMatchObject([{ position: unlucky, error: 'cannot be added' }]);
    expect(positionIn((await views.checkpoint(generationOf(taskTree)))!)).toBe(position);
    expect(await held(views, taskTree)).toEqual(expectedOf(taskTree, await events(unlucky!)));
  });

  it('parks nothing for a store that fails', async () => {
    await log.write(opened(0));
    views.failLoad = true;
    await expect(projector(taskCards, log, views).catchUp()).rejects.toThrow(Torn);
    await projector(taskCards, log, views).catchUp();
    expect(await parked(taskCards)).toEqual([]);
  });

  it('is known after a restart, and a rebuild begins without any', async () => {
    const { unlucky } = await poisoned();
    await projector(faulty(taskCards), log, views).catchUp();
    views = new FaultyViewStore(await stores.restart());
    expect((await parked(taskCards))[0]).toMatchObject({ position: unlucky, error: 'unlucky' });
    const corrected: AnyView = { ...taskCards, revision: 2 };
    await projector(corrected, log, views).catchUp();
    expect(await parked(corrected)).toEqual([]);
    expect(await parked(taskCards)).toEqual([]);
    expect(await held(views, corrected)).toEqual(expectedOf(taskCards, await log.read()));
  });

  const fault = fc.oneof(
    fc.record({ write: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.constant('answer lost' as const),
  );
  const unluckyEvent = fc.nat(8).map((number) => estimated(number, UNLUCKY));
  const written = fc.record({
    stream: fc.constantFrom('test-a', 'test-b', 'test-c', 'test-d'),
    event: fc.oneof({ arbitrary: taskEvent, weight: 9 }, { arbitrary: unluckyEvent, weight: 1 }),
  });
  const round = fc.record({
    events: fc.array(written, { maxLength: 20, size: 'max' }),
    faults: fc.array(fault, { maxLength: 3 }),
    restarted: fc.boolean(),
    pageEvents: fc.constantFrom(1, 3, 100),
  });

  it('loses none and takes none twice, whatever is torn, and equals the slow fold in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const all = await open();
        const tasks = new TaskLog(all.events);
        let store = new FaultyViewStore(all.views);
        const possible = withoutCycles();
        for (const { events: some, faults, restarted, pageEvents } of rounds) {
          for (const { stream, event } of some) await tasks.writeTo(stream, ...possible([event]));
          if (restarted) store = new FaultyViewStore(await all.restart());
          for (const view of [taskCards, taskMerges, taskTree]) {
            store.faults.splice(0, Infinity, ...faults);
            const pace = { pageEvents, batchDocuments: 3 };
            await untilCaughtUp(() => projector(faulty(view), tasks, store, pace).catchUp());
          }
        }
        for (const view of [taskCards, taskMerges, taskTree]) {
          const { generation } = projector(view, tasks, store);
          store.faults.splice(0, Infinity, ...rounds.flatMap(({ faults }) => faults));
          let left = await store.parked(generation);
          while (left.length > 0) {
            const failed = left.filter(({ error }) => error !== undefined);
            for (const { position } of failed) await store.ask(generation, position, request('retry'));
            await untilCaughtUp(() => projector(view, tasks, store).catchUp());
            left = await store.parked(generation);
          }
          expect(await held(store, view)).toStrictEqual(expectedOf(view, await tasks.read()));
        }
        await all.close();
      }),
      { numRuns: 12 },
    );
  }, 120_000);
}

/** Delivers again, from the checkpoint, whatever was torn. */
async function untilCaughtUp(catchUp: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await catchUp();
    } catch (error) {
      if (!(error instanceof Torn)) throw error;
    }
  }
}
