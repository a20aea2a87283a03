export { GoalSights } from './goal-sights.js';
export { HistorySight, type Link } from './history-sight.js';
export { seen, type SeenGoals } from './seen-goals.js';
export { GoalHidden, isHidden, readable, type HiddenGoal, type Seen } from './seen-goal.js';
