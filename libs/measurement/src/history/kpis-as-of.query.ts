import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay } from '@pm/eventing';
import { documentsOf, listedById, type ListQuery } from '@pm/projections';
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
 * A page of KPIs by name as of a moment. Costs one pass over the events about KPIs and measurements in the log, and holds
 * all of them at once.
 */
export class ListKpisAsOf extends Query<KpisPage> {
  constructor(
    readonly at: Moments,
    readonly query: Pick<ListQuery, 'where' | 'limit' | 'cursor'>,
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
    const documents = [...documentsOf(kpiScorecard, facts).values()];
    // Listed by id: here it begins with the name.
    const named = documents.map(({ own, id }) => ({ own, id: `${own!.name} ${id}` }));
    const byName = new Map(named.map((document) => [document.id, document]));
    const page = listedById(kpiScorecard, byName, query);
    return { series: page.documents.map(({ own }) => own!), next: page.next };
  }
}
