import fc from 'fast-check';
import { recorded } from '@pm/kernel/testing';
import type { Place, TaskEvent } from './task.events.js';
import { type TaskNode, taskTree } from './task-tree.view.js';

/** Every id that a history can name; the last are never opened. */
export const TASK_IDS = Array.from({ length: 11 }, (_, number) => `task ${number}`);

const id = fc.constantFrom(...TASK_IDS.slice(0, -2));
const anyId = fc.constantFrom(...TASK_IDS);
const points = fc.integer({ min: -3, max: 9 });
const title = fc.string({ maxLength: 5 });
const places = fc.uniqueArray(fc.record({ taskId: anyId, share: fc.integer({ min: 1, max: 3 }) }), {
  selector: ({ taskId }) => taskId,
  maxLength: 2,
});

const opened = fc.record({ taskId: id, title, points }).map((data) => of('TaskOpened', data));
const placed = fc.record({ taskId: id, under: places }).map((data) => of('TaskPlaced', data));
const estimated = fc.record({ taskId: anyId, points }).map((data) => of('TaskEstimated', data));
const renamed = fc.record({ taskId: anyId, title }).map((data) => of('TaskRenamed', data));
const merged = fc.record({ taskId: anyId, into: anyId }).map((data) => of('TasksMerged', data));
const closed = fc.record({ taskId: anyId }).map((data) => of('TaskClosed', data));
const brewed = fc.record({ cups: fc.nat() }).map((data) => of('CoffeeBrewed', data));

/** Anything that can happen to tasks, whether it makes sense or not; {@link withoutCycles} makes a history of it. */
export const taskEvent: fc.Arbitrary<TaskEvent> = fc.oneof(
  { arbitrary: opened, weight: 5 },
  { arbitrary: placed, weight: 5 },
  { arbitrary: estimated, weight: 2 },
  { arbitrary: renamed, weight: 1 },
  { arbitrary: merged, weight: 1 },
  { arbitrary: closed, weight: 1 },
  { arbitrary: brewed, weight: 1 },
);

/** The same events, but for links that would close a cycle where they stand. */
export function withoutCycles(): (events: readonly TaskEvent[]) => TaskEvent[] {
  const nodes = new Map<string, TaskNode>();
  return (events) =>
    events.map((event) => {
      const kept = event.type === 'TaskPlaced' ? uncycled(nodes, event.data.taskId, event.data.under) : event;
      apply(nodes, kept);
      return kept;
    });
}

function uncycled(nodes: ReadonlyMap<string, TaskNode>, taskId: string, under: readonly Place[]): TaskEvent {
  const reaches = (from: string): boolean =>
    from === taskId || (nodes.get(from)?.under ?? []).some((place) => reaches(place.taskId));
  return of('TaskPlaced', { taskId, under: under.filter((place) => !reaches(place.taskId)) });
}

function apply(nodes: Map<string, TaskNode>, event: TaskEvent): void {
  if (event.type === 'CoffeeBrewed' || event.type === 'TaskRenamed' || event.type === 'TasksMerged') return;
  const { taskId } = event.data;
  const node = taskTree.evolve(nodes.get(taskId), recorded(event, 0), { id: taskId, read: () => undefined });
  if (node) nodes.set(taskId, node);
  else nodes.delete(taskId);
}

function of<Type extends TaskEvent['type']>(
  type: Type,
  data: Extract<TaskEvent, { type: Type }>['data'],
): TaskEvent {
  return { type, data } as TaskEvent;
}
