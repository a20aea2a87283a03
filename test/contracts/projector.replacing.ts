import { integerPosition } from '@pm/eventing';
import type { AnyView } from '@pm/projections';
import { FaultyViewStore, Torn } from '../support/faulty-view-store.js';
import { TaskLog } from '../support/task-log.js';
import { taskTree } from '../support/task-tree.view.js';
import { opened, placed } from '../support/tasks.js';
import { until } from '../support/until.js';
import { expectComplete, expectedOf, Followers, held, projector, reached } from './projected.js';
import type { OpenStores } from './projector.contract.js';

const history = [opened(0), opened(1), opened(2), placed(1, 0), placed(2, 1)];

/** The same view in another revision: every point counts double. */
const doubled: AnyView = {
  ...taskTree,
  revision: 2,
  rollup: {
    ...taskTree.rollup!,
    part: (node, below, to) => {
      const part = taskTree.rollup!.part(node, below, to)!;
      return { ...part, points: 2 * part.points };
    },
  },
};

/** Views rebuilt aside and swapped in, and views that belong to no event of this log. */
export function replacing(open: () => Promise<OpenStores>): void {
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

  describe('with a new revision', () => {
    it('serves the old one, live, until the new one is complete, and then drops it', async () => {
      await log.write(...history);
      const old = projector(taskTree, log, views);
      await old.catchUp();

      const pace = { pageEvents: 1, batchDocuments: 1 };
      views.beforeCommit = async () => {
        views.faults.push({ write: 1 });
      };
      await expect(projector(doubled, log, views, pace).catchUp()).rejects.toThrow(Torn);
      views.beforeCommit = async () => {
        views.beforeCommit = async () => {
          throw new Torn();
        };
      };
      await expect(projector(doubled, log, views, pace).catchUp()).rejects.toThrow(Torn);
      expect(await held(views, doubled)).toHaveLength(1);
      await log.write(opened(3), placed(3, 2));
      await old.catchUp();
      await expectComplete(taskTree, log, views);

      await projector(doubled, log, views, pace).catchUp();
      await expectComplete(doubled, log, views);
      expect(await views.generations()).toEqual([await views.active('task-tree')]);
    });

    it('reads on where a read ended early, as a server that is stopping ends it', async () => {
      await log.write(...history);
      const whole = log.events.readAll.bind(log.events);
      let reads = 0;
      log.events.readAll = async (options) => {
        const page = await whole({ ...options, limit: 1 });
        return (reads += 1) === 1 ? { ...page, atHead: true } : page;
      };
      await projector(taskTree, log, views).catchUp();
      await expectComplete(taskTree, log, views);
      expect(reads).toBeGreaterThan(1);
    });

    it('never shows readers a view that is not complete', async () => {
      await log.write(...history);
      await projector(taskTree, log, views).catchUp();
      const before = await held(views, taskTree);
      let commits = 0;
      const look = async () => {
        commits += 1;
        views.beforeCommit = look;
        expect(await views.active('task-tree')).toMatchObject({ revision: 1 });
        expect(await held(views, taskTree)).toEqual(before);
      };
      views.beforeCommit = look;
      await projector(doubled, log, views, { pageEvents: 1, batchDocuments: 1 }).catchUp();
      expect(commits).toBeGreaterThan(3);
      views.beforeCommit = undefined;
      await expectComplete(doubled, log, views);
    });

    it('lets whoever began to read the old one go on for a while', async () => {
      await log.write(...history);
      await projector(taskTree, log, views).catchUp();
      const old = (await views.active('task-tree'))!;
      await followers.start(projector(doubled, log, views, { readersMs: 600 }));
      await until(async () => (await views.active('task-tree'))?.revision === 2);
      expect((await views.list(old, { limit: 10 })).documents).not.toEqual([]);
      await until(async () => (await views.generations()).length === 1);
    });

    it('tells the runner of the dropped one that it is no more', async () => {
      const subscription = await followers.start(projector(taskTree, log, views));
      await reached(taskTree, await log.write(...history), stores.events, views);
      await projector(doubled, log, views).catchUp();
      await log.write(opened(3));
      await expect(subscription.done).rejects.toThrow();
      expect(await views.active('task-tree')).toMatchObject({ revision: 2 });
    });

    it('drops views of other names whose place it takes', async () => {
      const successor: AnyView = { ...doubled, name: 'task-totals', replaces: [taskTree.name] };
      await log.write(...history);
      await projector(taskTree, log, views).catchUp();
      await projector(successor, log, views).catchUp();
      await expectComplete(successor, log, views);
      expect(await views.generations()).toEqual([await views.active('task-totals')]);
    });

    it('leaves other views alone', async () => {
      const namesake: AnyView = { ...taskTree, name: 'task-tree-of-others' };
      await log.write(...history);
      await projector(namesake, log, views).catchUp();
      await projector(taskTree, log, views).catchUp();
      await projector(doubled, log, views).catchUp();
      await expectComplete(namesake, log, views);
      await expectComplete(doubled, log, views);
    });
  });

  describe('with another log', () => {
    const ghost = { id: 'task 9', own: { points: 1000, under: [{ taskId: 'task 0', share: 1 }] } };

    const projectedUpTo = async (position: string) => {
      const { generation } = projector(taskTree, log, views);
      await views.prepare(generation);
      await views.commit({ generation, from: undefined, to: position, documents: [ghost] });
      await views.activate(generation);
    };

    it.each(['00000000', 'ffffffff', 'elsewhere'])(
      'throws away what comes from the log %s',
      async (logId) => {
        await projectedUpTo(integerPosition(logId, 3));
        await log.write(...history);
        await projector(taskTree, log, views).catchUp();
        await expectComplete(taskTree, log, views);
        expect(JSON.stringify(await held(views, taskTree))).not.toContain('1000');
      },
    );

    it.each([0, 3])('throws away what goes beyond a log of %i events', async (length) => {
      const head = await log.write(...history.slice(0, length));
      await projectedUpTo(`${head ?? `${stores.events.logId}.`}0`);
      await projector(taskTree, log, views).catchUp();
      await expectComplete(taskTree, log, views);
    });

    it('shows nobody a half-built view while it is built again', async () => {
      await projectedUpTo(integerPosition('elsewhere', 3));
      await log.write(...history);
      const pace = { pageEvents: 1, batchDocuments: 1 };
      const seen: unknown[] = [];
      const look = async () => {
        views.beforeCommit = look;
        seen.push(await views.active('task-tree'));
      };
      views.beforeCommit = look;
      await projector(taskTree, log, views, pace).catchUp();
      views.beforeCommit = undefined;
      expect(seen.length).toBeGreaterThan(3);
      expect(new Set(seen)).toEqual(new Set([undefined]));
    });

    it('keeps what ends where this log ends', async () => {
      await log.write(...history);
      await projector(taskTree, log, views).catchUp();
      views.beforeCommit = () => Promise.reject(new Error('nothing is to be written'));
      await projector(taskTree, log, views).catchUp();
      expect(await held(views, taskTree)).toEqual(expectedOf(taskTree, await log.read()));
    });
  });
}
