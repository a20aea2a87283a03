import fc from 'fast-check';
import type { AnyView, Pace } from '@pm/projections';
import { type Fault, FaultyViewStore, Torn } from '../support/faulty-view-store.js';
import { TaskLog } from '../support/task-log.js';
import { taskEvent, withoutCycles } from '../support/task-history.js';
import { expectComplete, held, projector, TASK_VIEWS } from './projected.js';
import type { OpenStores } from './projector.contract.js';

const pace: fc.Arbitrary<Partial<Pace>> = fc.record({
  pageEvents: fc.constantFrom(1, 7, 100, 1000),
  batchDocuments: fc.constantFrom(1, 3, 20_000),
});
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ write: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant('answer lost' as const),
);
/** What is appended at a time, how it is projected, and what goes wrong. */
const round = fc.record({
  events: fc.array(taskEvent, { maxLength: 40, size: 'max' }),
  pace,
  restarted: fc.boolean(),
  faults: fc.array(fault, { maxLength: 4 }),
});
const rounds = fc.array(round, { minLength: 1, maxLength: 6, size: 'max' });

/** Whole histories, in pages and commits of every size. */
export function catchingUp(open: () => Promise<OpenStores>, histories: number): void {
  it('shows what a slow fold shows, whatever the batches, restarts and tears', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (history) => {
        const stores = await open();
        const log = new TaskLog(stores.events);
        let views = new FaultyViewStore(stores.views);
        let projectors = TASK_VIEWS.map((view) => projector(view, log, views));
        const possible = withoutCycles();
        for (const { events, pace: taken, restarted, faults } of history) {
          await log.write(...possible(events));
          if (restarted) {
            views = new FaultyViewStore(await stores.restart());
            projectors = TASK_VIEWS.map((view) => projector(view, log, views, taken));
          }
          for (const each of projectors) {
            views.faults.splice(0, Infinity, ...faults);
            await untilCaughtUp(each);
          }
        }
        for (const view of TASK_VIEWS) await expectComplete(view, log, views);
        await stores.close();
      }),
      { numRuns: histories },
    );
  }, 120_000);

  it.each([
    [1, 1],
    [1, 20_000],
    [7, 1],
    [7, 3],
    [100, 3],
    [1000, 20_000],
  ])('shows the same in pages of %i and commits of %i documents', async (pageEvents, batchDocuments) => {
    const stores = await open();
    const log = new TaskLog(stores.events);
    const [events] = fc.sample(fc.array(taskEvent, { minLength: 700, maxLength: 700 }), {
      seed: 7,
      numRuns: 1,
    });
    await log.write(...withoutCycles()(events!));
    for (const view of TASK_VIEWS) {
      await projector(view, log, stores.views, { pageEvents, batchDocuments }).catchUp();
      await expectComplete(view, log, stores.views);
    }
    await stores.close();
  });

  it('shows the same rebuilt as it showed live', async () => {
    const stores = await open();
    const log = new TaskLog(stores.events);
    const possible = withoutCycles();
    const live = TASK_VIEWS.map((view) => projector(view, log, stores.views));
    for (const event of fc.sample(taskEvent, { seed: 11, numRuns: 200 })) {
      await log.write(...possible([event]));
      for (const each of live) await each.catchUp();
    }
    for (const view of TASK_VIEWS) {
      const before = await held(stores.views, view);
      const raised: AnyView = { ...view, revision: 2 };
      await projector(raised, log, stores.views).catchUp();
      expect(JSON.stringify(await held(stores.views, raised))).toBe(JSON.stringify(before));
    }
    await stores.close();
  }, 30_000);

  it('serves an empty view of an empty log', async () => {
    const stores = await open();
    const log = new TaskLog(stores.events);
    for (const view of TASK_VIEWS) {
      await projector(view, log, stores.views).catchUp();
      await expectComplete(view, log, stores.views);
    }
    await stores.close();
  });
}

/** Delivers again, from the checkpoint, whatever was torn. */
async function untilCaughtUp(each: { catchUp(): Promise<void> }): Promise<void> {
  for (;;) {
    try {
      return await each.catchUp();
    } catch (error) {
      if (!(error instanceof Torn)) throw error;
    }
  }
}
