import { ALWAYS } from '@pm/kernel';
import { taskTree } from './task-tree.view.js';

/** Tasks in a tree, with totals, and all that was ever stated of their points and places. */
export const datedTree: typeof taskTree = {
  ...taskTree,
  name: 'dated-tree',
  history: {
    entries: ({ type, data, revision }) => {
      const facet = type === 'TaskPlaced' ? 'under' : 'points';
      // No two are equal: an event that says again what stands states nothing.
      return [{ id: data.taskId, facet, from: ALWAYS, value: { revision, ...data } }];
    },
  },
};
