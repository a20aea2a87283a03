export { kpiAnnotations } from './annotations/kpi-annotations.view.js';
export { kpiScorecard, presentScorecard } from './scorecard/kpi-scorecard.view.js';
export { kpiTrend, presentTrend, type TrendPoint } from './trend/kpi-trend.view.js';
