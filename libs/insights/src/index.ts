export { ALL, type OutcomeCounts } from './unit-outcomes/outcome-counts.state.js';
export {
  type Outcomes,
  type OutcomesRequest,
  ReadOutcomes,
  ReadOutcomesHandler,
  type UnitOutcome,
} from './unit-outcomes/unit-outcomes.query.js';
export { unitOutcomes } from './unit-outcomes/unit-outcomes.view.js';
