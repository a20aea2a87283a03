import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay } from '@pm/eventing';
import { listedOf, type ListQuery } from '@pm/projections';
import {
  kpiFactTrueFrom,
  type KpiSeries,
  type SeriesEvent,
  seriesIn,
} from '../scorecard/kpi-series.state.js';
import { kpiSeries, ofKpis } from '../scorecard/kpi-series.view.js';
import { seriesFolded } from './series-folded.js';

export interface KpisPage {
  readonly series: readonly KpiSeries[];
  /** Undefined on the last page. */
  readonly next?: string;
}

/**
 * A page of KPIs as of a moment. Costs one pass over the events about KPIs and measurements in the log, and holds
 * all of them at once.
 */
export class ListKpisAsOf extends Query<KpisPage> {
  constructor(
    readonly at: Moments,
    readonly query: ListQuery,
  ) {
    super();
  }
}

@QueryHandler(ListKpisAsOf)
export class ListKpisAsOfHandler implements IQueryHandler<ListKpisAsOf> {
  constructor(@Inject(Replay) private readonly replay: Replay) {}

  async execute({ at, query }: ListKpisAsOf): Promise<KpisPage> {
    const facts = await this.replay.ofTypes<SeriesEvent>(kpiSeries.handles, at, kpiFactTrueFrom);
    const { documents, next } = listedOf(kpiSeries, seriesFolded(facts), {
      ...query,
      where: ofKpis(query.where),
    });
    return { series: seriesIn(documents), next };
  }
}
