export * from './goals/agree-goal.command.js';
export * from './goals/change-goal.command.js';
export * from './goals/draft-goal.command.js';
export * from './goals/goal.inputs.command.js';
export { goals } from './goals/goal.state.js';
export * from './goals/import-goal.command.js';
export * from './goals/roll-up.command.js';
export * from './goals/run-goal.command.js';
export { PlanningModule } from './planning.module.js';
