export { goalTree } from './goal-tree/goal-tree.view.js';
export { kpiScorecard } from './scorecard/kpi-scorecard.view.js';
