export { kpiAnnotations } from './annotations/kpi-annotations.view.js';
export { presentScorecard } from './scorecard/kpi-scorecard.js';
export { kpiTrend, presentTrend, type TrendPoint } from './trend/kpi-trend.view.js';
