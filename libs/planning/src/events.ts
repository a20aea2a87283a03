import { declareEvents } from '@pm/kernel';
import type { GoalEvent } from './goals/goal.events.js';

export type * from './goals/goal.events.js';

export const planningEvents = declareEvents<GoalEvent>()('planning', {
  GoalImported: { schemaVersion: 1 },
});
