import { declareEvents, type Event } from '@pm/kernel';

/** One of the places that a task stands under, and how much of it counts there. */
export interface Place {
  readonly taskId: string;
  readonly share: number;
}

export type TaskOpened = Event<'TaskOpened', { taskId: string; title: string; points: number }>;
export type TaskRenamed = Event<'TaskRenamed', { taskId: string; title: string }>;
export type TaskEstimated = Event<'TaskEstimated', { taskId: string; points: number }>;
export type TaskPlaced = Event<'TaskPlaced', { taskId: string; under: readonly Place[] }>;
export type TasksMerged = Event<'TasksMerged', { taskId: string; into: string }>;
export type TaskClosed = Event<'TaskClosed', { taskId: string }>;
/** No view of tasks handles it. */
export type CoffeeBrewed = Event<'CoffeeBrewed', { cups: number }>;

export type TaskEvent =
  TaskOpened | TaskRenamed | TaskEstimated | TaskPlaced | TasksMerged | TaskClosed | CoffeeBrewed;

export const taskEvents = declareEvents<TaskEvent>()('test', {
  TaskOpened: { schemaVersion: 1 },
  TaskRenamed: { schemaVersion: 1 },
  TaskEstimated: { schemaVersion: 1 },
  TaskPlaced: { schemaVersion: 1 },
  TasksMerged: { schemaVersion: 1 },
  TaskClosed: { schemaVersion: 1 },
  CoffeeBrewed: { schemaVersion: 1 },
});
