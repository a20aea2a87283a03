export * from './goals/import-goal.command.js';
export { PlanningModule } from './planning.module.js';
