import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay, streamName } from '@pm/eventing';
import type { Recorded, View } from '@pm/kernel';
import { documentsOf, type StoredDocument } from '@pm/projections';
import { chart, CHART_ID } from '../chart/chart.state.js';
import type { ChartEvent } from '../chart/chart.events.js';
import { type UnitNode, unitTree } from './unit-tree.view.js';

/** Every unit as of a moment, by id: the chart replayed, which is one stream. */
export class ReadUnitsAsOf extends Query<ReadonlyMap<string, StoredDocument<UnitNode, never>>> {
  constructor(readonly at: Moments) {
    super();
  }
}

@QueryHandler(ReadUnitsAsOf)
export class ReadUnitsAsOfHandler implements IQueryHandler<ReadUnitsAsOf> {
  constructor(@Inject(Replay) private readonly replay: Replay) {}

  async execute({ at }: ReadUnitsAsOf) {
    const events = await this.replay.ofStreams<ChartEvent>([streamName(chart, CHART_ID)], at);
    return documentsOf(unitTree, events.filter(isOfUnit));
  }
}

type UnitFact = typeof unitTree extends View<UnitNode, infer E> ? Recorded<E> : never;

const isOfUnit = (event: Recorded<ChartEvent>): event is UnitFact =>
  (unitTree.handles as readonly string[]).includes(event.type);
