export type { BatchOutcome } from './batch/batch.js';
export { BatchStopped, recordBatch, ROWS_MAX } from './batch/record-batch.js';
export type { RowProblem } from './batch/row-reader.js';
export { csvRows, LINE_BYTES_MAX, ndjsonRows } from './batch/sent-rows.js';
export { inFlight } from './in-flight.js';
export { importPlan, type ImportReport, PLANNED } from './import-plan.js';
export { intakeProblems } from './intake.problems.js';
