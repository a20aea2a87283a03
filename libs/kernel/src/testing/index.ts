export { decision, saidBy } from './decision.js';
export { foldOf, recorded, shown } from './shown.js';
