export { type KpiAnnotation, kpiAnnotations } from './annotations/kpi-annotations.view.js';
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
