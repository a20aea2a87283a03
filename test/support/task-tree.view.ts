import type { View } from '@pm/kernel';
import type { Place, TaskClosed, TaskEstimated, TaskOpened, TaskPlaced } from './task.events.js';

export interface TaskNode {
  readonly points: number;
  readonly under: readonly Place[];
}

export interface TaskTotals {
  /** Paths from tasks below. */
  readonly tasks: number;
  readonly points: number;
}

/** Tasks in a tree, or under several others at once, with totals of all that is below. */
export const taskTree: View<TaskNode, TaskOpened | TaskEstimated | TaskPlaced | TaskClosed, TaskTotals> = {
  name: 'task-tree',
  revision: 1,
  handles: ['TaskOpened', 'TaskEstimated', 'TaskPlaced', 'TaskClosed'],
  key: ({ data }) => data.taskId,
  evolve: (node, event) => {
    switch (event.type) {
      case 'TaskOpened':
        return node ?? { points: event.data.points, under: [] };
      case 'TaskEstimated':
        return node && { ...node, points: event.data.points };
      case 'TaskPlaced':
        return node && { ...node, under: event.data.under };
      case 'TaskClosed':
        return undefined;
    }
  },
  rollup: {
    above: ({ under }) => under.map(({ taskId }) => taskId),
    part: ({ points, under }, below, to) => {
      const { share } = under.find(({ taskId }) => taskId === to)!;
      return { tasks: 1 + (below?.tasks ?? 0), points: share * (points + (below?.points ?? 0)) };
    },
    add: (total, part, sign) => {
      const tasks = (total?.tasks ?? 0) + sign * part.tasks;
      const points = (total?.points ?? 0) + sign * part.points;
      return tasks === 0 && points === 0 ? undefined : { tasks, points };
    },
  },
};
