import type { View } from '@pm/kernel';
import type { TaskClosed, TaskEstimated, TaskOpened, TaskRenamed } from './task.events.js';

export interface TaskCard {
  readonly title: string;
  readonly points: number;
  readonly changes: number;
}

/** A document a task: the plainest view. */
export const taskCards: View<TaskCard, TaskOpened | TaskRenamed | TaskEstimated | TaskClosed> = {
  name: 'task-cards',
  revision: 1,
  handles: ['TaskOpened', 'TaskRenamed', 'TaskEstimated', 'TaskClosed'],
  indexes: ['title'],
  key: ({ data }) => data.taskId,
  evolve: (card, event) => {
    switch (event.type) {
      case 'TaskOpened':
        return card ?? { title: event.data.title, points: event.data.points, changes: 0 };
      case 'TaskRenamed':
        return card && { ...card, title: event.data.title, changes: card.changes + 1 };
      case 'TaskEstimated':
        return card && { ...card, points: event.data.points, changes: card.changes + 1 };
      case 'TaskClosed':
        return undefined;
    }
  },
};
