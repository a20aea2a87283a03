export { type Asked, type Export, Exports } from './exports.js';
export { FORMAT_NAMES, type FormatName, MEDIA_TYPES } from './formats/index.js';
export { personData } from './person-data.js';
export type { GoalsWanted } from './tables/goals.js';
export type { HistoryWanted } from './tables/goal-history.js';
export type { MeasurementsWanted } from './tables/measurements.js';
