import { CheckpointMoved } from '@pm/projections';
import { FaultyViewStore, Torn } from '../support/faulty-view-store.js';
import { TaskLog } from '../support/task-log.js';
import { taskTree } from '../support/task-tree.view.js';
import { estimated, opened, placed } from '../support/tasks.js';
import { expectComplete, Followers, held, projector, reached } from './projected.js';
import type { OpenStores } from './projector.contract.js';

/** After failures: its own, the store's and another runner's. */
export function recovering(open: () => Promise<OpenStores>): void {
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

  const raised = (numbers: readonly number[]) => numbers.map((number) => estimated(number, 5));
  const chain = [opened(0), opened(1), opened(2), opened(3), placed(1, 0), placed(2, 1), placed(3, 2)];

  it.each([0, 1, 2, 3])(
    'changes nothing where write %i of four is torn, live, and goes on',
    async (write) => {
      await log.write(...chain);
      await projector(taskTree, log, views).catchUp();
      const before = await held(views, taskTree);
      await log.write(estimated(3, 8));
      views.faults.push({ write: write / 4 });

      const torn = await followers.start(projector(taskTree, log, views));
      await expect(torn.done).rejects.toThrow(Torn);
      expect(await held(views, taskTree)).toEqual(before);

      await projector(taskTree, log, views).catchUp();
      await expectComplete(taskTree, log, views);
    },
  );

  it('counts nothing twice where the answer to a commit was lost', async () => {
    const each = projector(taskTree, log, views);
    await log.write(...chain);
    views.faults.push('answer lost');
    await expect(each.catchUp()).rejects.toThrow(Torn);
    await log.write(estimated(3, 8));
    await each.catchUp();
    await expectComplete(taskTree, log, views);
  });

  it('is served at last where the swap failed', async () => {
    const position = await log.write(...chain);
    views.failActivation = true;
    await expect(projector(taskTree, log, views).catchUp()).rejects.toThrow(Torn);
    expect(await views.active('task-tree')).toBe(undefined);

    await followers.start(projector(taskTree, log, views));
    await reached(taskTree, position, stores.events, views);
    await expectComplete(taskTree, log, views);
  });

  describe('of another runner', () => {
    it('is refused where the other was first, and goes on from where that one came', async () => {
      const [one, other] = [projector(taskTree, log, views), projector(taskTree, log, views)];
      await log.write(...chain);
      await one.catchUp();
      await other.catchUp();

      await log.write(...raised([1, 2, 3]));
      views.beforeCommit = () => other.catchUp();
      await expect(one.catchUp()).rejects.toThrow(CheckpointMoved);
      await expectComplete(taskTree, log, views);

      await log.write(placed(3, 0));
      await one.catchUp();
      await expectComplete(taskTree, log, views);
    });

    it('is complete however the two take turns', async () => {
      const [one, other] = [projector(taskTree, log, views), projector(taskTree, log, stores.views)];
      for (const events of [chain, raised([3]), [placed(3, 1)], raised([2, 1]), [placed(2, 0)]]) {
        await log.write(...events);
        const outcomes = await Promise.allSettled([one.catchUp(), other.catchUp()]);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CheckpointMoved);
        }
        await expectComplete(taskTree, log, views);
      }
    });
  });
}
