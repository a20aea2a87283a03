export { GoalSights } from './goal-sights.js';
export type { Link } from './clouds.js';
export { HistorySight, type HistoryStep } from './history-sight.js';
export { seen, type SeenGoals } from './seen-goals.js';
export { GoalHidden, isHidden, readable, type HiddenGoal, type Seen } from './seen-goal.js';
