export { ALL, type OutcomeCounts } from './unit-outcomes/outcome-counts.state.js';
export {
  type Outcomes,
  type OutcomesRequest,
  ReadOutcomes,
  ReadOutcomesHandler,
  type UnitOutcome,
} from './unit-outcomes/unit-outcomes.query.js';
export type { FigurePart, GoalFigure, HiddenPart, LeftOutPart } from './goal-figure/goal-figure.js';
export { ReadGoalFigure, ReadGoalFigureHandler } from './goal-figure/goal-figure.query.js';
export {
  type ChangesRequest,
  type GoalChange,
  goalsTold,
  ReadGoalChanges,
  ReadGoalChangesHandler,
} from './goal-tree/goal-changes.query.js';
export type { GoalEffect } from './goal-tree/goal-effect.js';
export type { TreeRequest } from './goal-tree/chosen-rows.js';
export { type CompactTree, ReadCompactTree, ReadCompactTreeHandler } from './goal-tree/compact-tree.query.js';
export { type GoalRow, goalRow, type IndicatorRow } from './goal-tree/goal-row.js';
export { type GoalWithParts, ReadGoal, ReadGoalHandler } from './goal-tree/goal.query.js';
export { type GoalTree, ReadGoalTree, ReadGoalTreeHandler } from './goal-tree/goal-tree.query.js';
export {
  type GoalReader,
  type GoalReaders,
  ReadGoalReaders,
  ReadGoalReadersHandler,
} from './goal-sight/goal-readers.query.js';
export { ReadGoalOwners, ReadGoalOwnersHandler } from './goal-sight/goal-owners.query.js';
export { ReadHiddenGoalsHandler, withoutHiddenGoals } from './goal-sight/hidden-goals.query.js';
export {
  GoalHidden,
  GoalSights,
  type HiddenGoal,
  isHidden,
  readable,
  type Seen,
} from './goal-sight/index.js';
export { kpiNow, kpisNow } from './scorecard/kpis-now.js';
export { ownersIn } from './goal-tree/owners.js';
export { type AsOf, TreeReader } from './goal-tree/tree-reader.js';
export { type ToldEvent, ToldEvents } from './told-event.js';
