import type { Recorded } from '@pm/kernel';
import { documentsOf, rolledUp, type StoredDocument } from '@pm/projections';
import type { SeriesEvent, SeriesNode, SeriesSum } from '../scorecard/kpi-series.state.js';
import { kpiSeries } from '../scorecard/kpi-series.view.js';

/** The documents that facts about KPIs add up to. */
export function seriesFolded(
  facts: readonly Recorded<SeriesEvent>[],
): Map<string, StoredDocument<SeriesNode, SeriesSum>> {
  return rolledUp(kpiSeries.rollup, [...documentsOf(kpiSeries, facts).values()]);
}
