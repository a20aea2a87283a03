export { importPlan, type ImportReport, PLANNED } from './import-plan.js';
