import type { View } from '@pm/kernel';
import type { TaskEstimated, TaskOpened, TasksMerged } from './task.events.js';

export interface TaskMerges {
  readonly points: number;
  /** Titles of all that went into it, its own first. */
  readonly titles: readonly string[];
}

/** Tasks with what was merged into them: one event touches two documents, and one of them reads the other. */
export const taskMerges: View<TaskMerges, TaskOpened | TaskEstimated | TasksMerged> = {
  name: 'task-merges',
  revision: 1,
  handles: ['TaskOpened', 'TaskEstimated', 'TasksMerged'],
  key: (event) => {
    if (event.type !== 'TasksMerged') return event.data.taskId;
    const { taskId, into } = event.data;
    return taskId === into ? undefined : [into, taskId];
  },
  evolve: (task, event, { id, read }) => {
    switch (event.type) {
      case 'TaskOpened':
        return task ?? { points: event.data.points, titles: [event.data.title] };
      case 'TaskEstimated':
        return task && { ...task, points: event.data.points };
      case 'TasksMerged': {
        if (id === event.data.taskId) return undefined;
        const merged = read(event.data.taskId);
        if (!task || !merged) return task;
        return { points: task.points + merged.points, titles: [...task.titles, ...merged.titles] };
      }
    }
  },
};
