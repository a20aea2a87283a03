import { setImmediate as immediately } from 'node:timers/promises';
import fc from 'fast-check';
import { type AnyView, ViewRunner, type ViewStore } from '@pm/projections';
import { taskCards } from '../support/task-cards.view.js';
import { taskEvent, withoutCycles } from '../support/task-history.js';
import { TaskLog } from '../support/task-log.js';
import { taskMerges } from '../support/task-merges.view.js';
import { taskTree } from '../support/task-tree.view.js';
import { brewed, opened } from '../support/tasks.js';
import { expectComplete, Followers, projector, reached } from './projected.js';
import type { OpenStores } from './projector.contract.js';

/** Live: the log goes on while views follow it. */
export function following(open: () => Promise<OpenStores>): void {
  let stores: OpenStores;
  let views: ViewStore;
  let log: TaskLog;
  let followers: Followers;
  beforeEach(async () => {
    stores = await open();
    views = stores.views;
    log = new TaskLog(stores.events);
    followers = new Followers();
  });
  afterEach(async () => {
    await followers.stop();
    await stores.close();
  });

  const shows = (view: AnyView, position: string | undefined) =>
    reached(view, position, stores.events, views);

  it('shows what was appended before and after it began', async () => {
    const possible = withoutCycles();
    const all = fc.sample(taskEvent, { seed: 3, numRuns: 90 });
    await log.write(...possible(all.slice(0, 30)));
    for (const view of [taskCards, taskMerges, taskTree]) await followers.start(projector(view, log, views));
    let position: string | undefined;
    for (const event of all.slice(30)) position = await log.write(...possible([event]));
    for (const view of [taskCards, taskMerges, taskTree]) {
      await shows(view, position);
      await expectComplete(view, log, views);
    }
  }, 30_000);

  it('reaches the position of an event that it does not handle', async () => {
    await followers.start(projector(taskCards, log, views));
    await shows(taskCards, await log.write(opened(1), brewed));
    await expectComplete(taskCards, log, views);
  });

  it.each([1, 2, 3, 6])('shows six events at once where a page takes %i', async (pageEvents) => {
    await followers.start(projector(taskCards, log, views, { pageEvents, batchDocuments: 20_000 }));
    await shows(taskCards, await log.write(...[1, 2, 3, 4, 5, 6].map((number) => opened(number))));
    await expectComplete(taskCards, log, views);
  });

  it('serves an empty view of an empty log', async () => {
    await followers.start(projector(taskCards, log, views));
    await shows(taskCards, undefined);
    await expectComplete(taskCards, log, views);
  });

  it('serves a view that was complete before it was ever served', async () => {
    const position = await log.write(opened(1));
    const { generation } = projector(taskCards, log, views);
    await views.prepare(generation);
    await views.commit({ generation, from: undefined, to: position!, documents: [] });
    await followers.start(projector(taskCards, log, views));
    expect(await shows(taskCards, position)).toEqual(generation);
  });

  it('stops when it is told to, and goes on from there', async () => {
    const subscription = await followers.start(projector(taskCards, log, views));
    await shows(taskCards, await log.write(opened(1)));
    await subscription.stop();
    await subscription.done;
    const position = await log.write(opened(2));
    expect(await views.checkpoint(projector(taskCards, log, views).generation)).not.toBe(position);
    await followers.start(projector(taskCards, log, views));
    await shows(taskCards, position);
    await expectComplete(taskCards, log, views);
  });

  it('follows no more once its runner is stopped, however soon after it was started', async () => {
    for (let turns = 0; turns < 12; turns++) {
      const runner = new ViewRunner(projector(taskCards, log, views));
      runner.start();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await runner.stop();
    }
    const position = await log.write(opened(1));
    for (let turn = 0; turn < 20; turn++) await immediately();
    expect(await views.checkpoint(projector(taskCards, log, views).generation)).not.toBe(position);
  });
}
