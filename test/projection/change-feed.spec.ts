import { MemoryEventStore } from '@pm/eventing/memory';
import { type AnyView, ChangeFeed, FreshViews, ViewChanges } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { projector } from '../contracts/projected.js';
import { taskCards } from '../support/task-cards.view.js';
import { TaskLog } from '../support/task-log.js';
import { taskTree } from '../support/task-tree.view.js';
import { opened } from '../support/tasks.js';

describe('Changes of views', () => {
  let log: TaskLog;
  let views: MemoryViewStore;
  let feed: ChangeFeed;
  let leaving: AbortController;
  beforeEach(() => {
    log = new TaskLog(new MemoryEventStore());
    views = new MemoryViewStore();
    const changes = new ViewChanges([taskCards, taskTree], log.recorder, log.catalogue);
    feed = new ChangeFeed(log.events, new FreshViews(log.events, views), changes);
    leaving = new AbortController();
  });
  afterEach(async () => {
    leaving.abort();
    await feed.stop();
  });

  const show = (view: AnyView) => projector(view, log, views).catchUp();
  /** A reader who is told after so long that there is nothing. */
  const follow = (names: readonly AnyView[], waitMs: number, from?: string) =>
    feed.follow({ views: names.map(({ name }) => name) }, from, { signal: leaving.signal, waitMs });
  const keysOf = (told: Awaited<ReturnType<ReturnType<typeof follow>['next']>>) =>
    told.value?.changes.map(({ key }) => key);

  it('are not told before the view shows them', async () => {
    await log.write(opened(1));
    const reader = follow([taskCards], 60);
    expect(keysOf(await reader.next())).toEqual([]);
    await show(taskCards);
    expect(keysOf(await reader.next())).toEqual(['task 1']);
  });

  it('of several views are told as far as the slowest of them shows', async () => {
    await log.write(opened(1));
    await show(taskCards);
    const reader = follow([taskCards, taskTree], 60);
    expect(keysOf(await reader.next())).toEqual([]);
    await show(taskTree);
    expect(keysOf(await reader.next())).toEqual(['task 1', 'task 1']);
  });

  it('that are for one reader alone are told to nobody else, who hears of what comes later', async () => {
    const cards = { ...taskCards, toldTo: ({ data }: { data: { taskId: string } }) => data.taskId };
    const own = new ViewChanges([cards], log.recorder, log.catalogue);
    const asked = { signal: leaving.signal, waitMs: 60_000 };
    const shown = new ChangeFeed(log.events, new FreshViews(log.events, views), own);
    await log.write(opened(1), opened(2));
    await show(taskCards);
    const hers = shown.follow({ reader: 'task 2' }, undefined, asked);
    expect(keysOf(await hers.next())).toEqual(['task 2']);
    await shown.stop();
  });

  it('all reach a reader who was away while more happened than is kept, in order and each once', async () => {
    await log.write(opened(0));
    await show(taskCards);
    const reader = follow([taskCards], 60_000);
    expect(keysOf(await reader.next())).toEqual(['task 0']);

    const numbers = Array.from({ length: 12_000 }, (_, number) => number + 1);
    const last = await log.write(...numbers.map((number) => opened(number)));
    await show(taskCards);
    // Somebody else hears what follows: by then the first of them are forgotten.
    const later = follow([taskCards], 60_000, last).next();
    await log.write(opened(12_001));
    await show(taskCards);
    expect(keysOf(await later)).toEqual(['task 12001']);
    const heard: string[] = [];
    while (heard.length < numbers.length) heard.push(...keysOf(await reader.next())!);
    expect(heard.slice(0, numbers.length)).toEqual(numbers.map((number) => `task ${number}`));
  }, 20_000);

  it('end for every reader when the feed stops', async () => {
    const reader = follow([taskCards], 60_000);
    const told = reader.next();
    await feed.stop();
    expect((await told).done).toBe(true);
  });
});
