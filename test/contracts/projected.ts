import type { EventStore, Subscription } from '@pm/eventing';
import { type AnyView, FreshViews, type Pace, Projector, type ViewStore } from '@pm/projections';
import type { Event, Recorded } from '@pm/kernel';
import { foldOf } from '@pm/kernel/testing';
import { sumsOf } from '../support/slow-sums.js';
import { taskCards } from '../support/task-cards.view.js';
import { TASK_IDS } from '../support/task-history.js';
import type { TaskLog } from '../support/task-log.js';
import { taskMerges } from '../support/task-merges.view.js';
import { taskTree } from '../support/task-tree.view.js';

/** A plain one, one whose events touch two documents, and one with sums. */
export const TASK_VIEWS: readonly AnyView[] = [taskCards, taskMerges, taskTree];

export const projector = (view: AnyView, log: TaskLog, views: ViewStore, pace?: Partial<Pace>): Projector =>
  new Projector(view, { events: log.events, views, recorder: log.recorder, catalogue: log.catalogue }, pace);

/** Followers that are stopped when the test is over, however it went. */
export class Followers {
  private readonly running: Subscription[] = [];

  async start(each: Projector): Promise<Subscription> {
    const subscription = await each.follow();
    this.running.push(subscription);
    return subscription;
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.running.map((subscription) => subscription.stop()));
  }
}

/** Resolves once the view that readers see shows what was appended. */
export const reached = (view: AnyView, position: string | undefined, events: EventStore, views: ViewStore) =>
  new FreshViews(events, views).generation(view.name, { after: position });

/** All that a view store holds of a view about tasks, in the order of ids. */
export async function held(views: ViewStore, { name, revision, indexes = [] }: AnyView): Promise<object[]> {
  const documents = await views.load({ view: name, revision, indexes }, TASK_IDS);
  return documents.toSorted((a, b) => TASK_IDS.indexOf(a.id) - TASK_IDS.indexOf(b.id));
}

/** All that a view about tasks must hold, found slowly. */
export function expectedOf(view: AnyView, events: readonly Recorded<Event>[]): object[] {
  const documents: Map<string, object> = foldOf(view, events);
  const sums: Map<string, object> = view.rollup ? sumsOf(view.rollup, documents) : new Map();
  return TASK_IDS.flatMap((id) => {
    const [own, sum] = [documents.get(id), sums.get(id)];
    return own || sum ? [{ id, ...(own && { own }), ...(sum && { sum }) }] : [];
  });
}

/** The view is complete: where the log ends, and equal to the slow fold of all of it. */
export async function expectComplete(view: AnyView, log: TaskLog, views: ViewStore): Promise<void> {
  const generation = { view: view.name, revision: view.revision, indexes: view.indexes ?? [] };
  expect(await views.checkpoint(generation)).toBe(await log.events.head());
  expect(await views.active(view.name)).toEqual(generation);
  expect(await held(views, view)).toStrictEqual(expectedOf(view, await log.read()));
}
