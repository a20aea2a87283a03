import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay } from '@pm/eventing';
import { documentsOf, listedOf, type ListQuery } from '@pm/projections';
import type { KpiEvent } from '../kpis/kpi.events.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';
import { kpiScorecard } from '../scorecard/kpi-scorecard.view.js';
import { kpiFactTrueFrom, type KpiSeries } from '../scorecard/kpi-series.state.js';

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
    const { handles } = kpiScorecard;
    const facts = await this.replay.ofTypes<KpiEvent | MeasurementsEvent>(handles, at, kpiFactTrueFrom);
    const page = listedOf(kpiScorecard, documentsOf(kpiScorecard, facts), query);
    return { series: page.documents.map(({ own }) => own!), next: page.next };
  }
}
