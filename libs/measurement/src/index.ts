export * from './annotations/annotation.command.js';
export { type KpiAnnotation, kpiAnnotations } from './annotations/kpi-annotations.view.js';
export { type KpiAsOf, ReadKpiAsOf } from './history/kpi-as-of.query.js';
export { ListKpisAsOf } from './history/kpis-as-of.query.js';
export * from './kpis/kpi.command.js';
export { kpis } from './kpis/kpi.state.js';
export * from './measurements/amend-measurement.command.js';
export { missedFrom } from './measurements/due.state.js';
export { measurements } from './measurements/measurements.state.js';
export * from './measurements/record-measurements.command.js';
export { measurementProblems } from './measurement.problems.js';
export { MeasurementModule } from './measurement.module.js';
export {
  kpiScorecard,
  type KpiScorecard,
  type KpiScorecardDocument,
  presentScorecard,
} from './scorecard/kpi-scorecard.view.js';
export {
  kpiTrend,
  type KpiTrendPage,
  presentTrend,
  type TrendEntry,
  type TrendPoint,
} from './trend/kpi-trend.view.js';
