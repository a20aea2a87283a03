import type { QueryBus } from '@nestjs/cqrs';
import type { KpiId } from '@pm/kernel';
import { type KpiSeries, ofKpis, seriesIn } from '@pm/measurement/events';
import type { Freshness, ListQuery } from '@pm/projections';
import { ListView, ReadView } from '@pm/projections/queries';
import { kpiScorecard } from './kpi-scorecard.view.js';

/** A KPI as its view has it. Costs one document. */
export async function kpiNow(
  queries: QueryBus,
  kpiId: KpiId,
  freshness: Freshness = {},
): Promise<KpiSeries | undefined> {
  const document = await queries.execute(new ReadView(kpiScorecard, kpiId, freshness));
  return document && seriesIn([document])[0];
}

/** A page of KPIs as their view has them. */
export async function kpisNow(
  queries: QueryBus,
  query: ListQuery,
  freshness: Freshness = {},
): Promise<{ readonly series: readonly KpiSeries[]; readonly next?: string }> {
  const list = new ListView(kpiScorecard, { ...query, where: ofKpis(query.where) }, freshness);
  const { documents, next } = await queries.execute(list);
  return { series: seriesIn(documents), next };
}
