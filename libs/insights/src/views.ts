export { goalTree } from './goal-tree/goal-tree.view.js';
export { unitOutcomes } from './unit-outcomes/unit-outcomes.view.js';
