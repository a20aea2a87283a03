import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, Replay, streamName } from '@pm/eventing';
import type { KpiId, Recorded, View } from '@pm/kernel';
import {
  documentsOf,
  FreshViews,
  type Freshness,
  type ListQuery,
  PAGE_DOCUMENTS_MAX,
  ViewStore,
} from '@pm/projections';
import type { AnnotationEvent } from '../annotations/annotation.events.js';
import { type KpiAnnotation, kpiAnnotations } from '../annotations/kpi-annotations.view.js';
import type { KpiEvent } from '../kpis/kpi.events.js';
import { kpis } from '../kpis/kpi.state.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';
import { measurements } from '../measurements/measurements.state.js';
import { kpiFactTrueFrom, type KpiSeries, seriesIn } from '../scorecard/kpi-series.state.js';
import { kpiSeries } from '../scorecard/kpi-series.view.js';
import { type KpiTrendPage, kpiTrend, type TrendPoint } from '../trend/kpi-trend.view.js';
import { seriesFolded } from './series-folded.js';

type Page = Pick<ListQuery, 'limit' | 'cursor'>;

/** A KPI as it stood at a moment, by replay of its streams. */
export interface KpiAsOf {
  readonly series: KpiSeries;
  /** What stood, and what each had been before; in order of time. */
  readonly points: readonly TrendPoint[];
  readonly annotations: readonly KpiAnnotation[];
  /** Undefined on the last page, and where no page was asked for. */
  readonly next?: string;
}

/**
 * A KPI as of a moment. Costs one read of its own stream and of each slice of its time.
 *
 * @returns undefined where there was no such KPI
 */
export class ReadKpiAsOf extends Query<KpiAsOf | undefined> {
  constructor(
    readonly kpiId: KpiId,
    readonly at: Moments,
    readonly freshness: Freshness = {},
    /** Of the slices of its time, as of its trend now; all of them where absent. */
    readonly page?: Page,
  ) {
    super();
  }
}

type KpiFact = KpiEvent | AnnotationEvent | MeasurementsEvent;

@QueryHandler(ReadKpiAsOf)
export class ReadKpiAsOfHandler implements IQueryHandler<ReadKpiAsOf> {
  constructor(
    @Inject(Replay) private readonly replay: Replay,
    @Inject(FreshViews) private readonly fresh: FreshViews,
    @Inject(ViewStore) private readonly views: ViewStore,
  ) {}

  async execute({ kpiId, at, freshness, page }: ReadKpiAsOf): Promise<KpiAsOf | undefined> {
    const { slices, next } = page
      ? await this.slices(kpiId, page, freshness)
      : { slices: await this.allSlices(kpiId, freshness) };
    const ofSlices = slices.map((slice) => streamName(measurements, `${kpiId}.${slice}`));
    const streams = [streamName(kpis, kpiId), ...ofSlices];
    const facts = await this.replay.ofStreams<KpiFact>(streams, at, kpiFactTrueFrom);
    const [series] = seriesIn(seriesFolded(handledBy(kpiSeries, facts)).values());
    if (!series) return undefined;
    const points = shownBy(kpiTrend, facts).flatMap((slice) => slice.points);
    const annotations = shownBy(kpiAnnotations, facts);
    return { series, points: points.sort(byTime), annotations: annotations.sort(byDay), next };
  }

  /** The slices of a KPI's time in which anything was ever measured. */
  private async slices(kpiId: KpiId, page: Page, freshness: Freshness) {
    const generation = await this.fresh.generation(kpiTrend.name, freshness);
    const query = { where: { kpiId }, sortBy: 'slice', ...page };
    const { documents, next } = await this.views.list(generation, query);
    return { slices: documents.map(({ own }) => (own as KpiTrendPage).slice), next };
  }

  private async allSlices(kpiId: KpiId, freshness: Freshness): Promise<string[]> {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.slices(kpiId, { limit: PAGE_DOCUMENTS_MAX, cursor }, freshness);
      all.push(...page.slices);
      cursor = page.next;
    } while (cursor);
    return all;
  }
}

/** The documents of a view, of the facts that it handles. */
function shownBy<Doc extends object, E extends KpiFact>(
  view: View<Doc, E>,
  facts: readonly Recorded<KpiFact>[],
): Doc[] {
  return [...documentsOf(view, handledBy(view, facts)).values()].map(({ own }) => own!);
}

function handledBy<E extends KpiFact>(
  { handles }: { readonly handles: readonly E['type'][] },
  facts: readonly Recorded<KpiFact>[],
): Recorded<E>[] {
  const types: readonly string[] = handles;
  return facts.filter(({ type }) => types.includes(type)) as unknown as Recorded<E>[];
}

const byTime = (a: TrendPoint, b: TrendPoint): number => order(a.measuredAt, b.measuredAt);
const byDay = (a: KpiAnnotation, b: KpiAnnotation): number => order(a.at, b.at);
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
