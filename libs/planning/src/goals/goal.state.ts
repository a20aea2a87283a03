import type { Fold } from '@pm/kernel';
import type { GoalEvent, GoalImported } from './goal.events.js';

/** A goal as decisions need it. */
export interface Goal {
  /** As last imported; absent until then. */
  readonly imported?: GoalImported['data'];
}

export const goals: Fold<Goal, GoalEvent> = {
  category: 'goal',
  initial: {},
  evolve: (_, event) => {
    switch (event.type) {
      case 'GoalImported':
        return { imported: event.data };
    }
  },
};
