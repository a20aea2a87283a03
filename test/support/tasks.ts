import type { TaskEvent } from './task.events.js';

const idOf = (number: number): string => `task ${number}`;

export const opened = (number: number, points = 1): TaskEvent => ({
  type: 'TaskOpened',
  data: { taskId: idOf(number), title: 'Call back', points },
});

export const placed = (number: number, ...under: number[]): TaskEvent => ({
  type: 'TaskPlaced',
  data: { taskId: idOf(number), under: under.map((above) => ({ taskId: idOf(above), share: 1 })) },
});

export const estimated = (number: number, points: number): TaskEvent => ({
  type: 'TaskEstimated',
  data: { taskId: idOf(number), points },
});

export const closed = (number: number): TaskEvent => ({
  type: 'TaskClosed',
  data: { taskId: idOf(number) },
});

export const brewed: TaskEvent = { type: 'CoffeeBrewed', data: { cups: 2 } };
