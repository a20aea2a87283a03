import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  Answers,
  type CommandContext,
  creationId,
  isPast,
  Keys,
  type Moments,
  type Opened,
  opened,
} from '@pm/eventing';
import { kpiNow } from '@pm/insights';
import {
  type Calendar,
  calendarInForce,
  type DecimalText,
  type KpiId,
  localDate,
  type Period,
  unknown,
} from '@pm/kernel';
import {
  annotateKpiCommand,
  AnnotateKpiInput,
  correctMeasurementCommand,
  CorrectMeasurementInput,
  type KpiAsOf,
  ReadKpiAsOf,
  recordMeasurementsCommand,
  RecordMeasurementInput,
  retractAnnotationCommand,
  RetractAnnotationInput,
  retractMeasurementCommand,
  RetractMeasurementInput,
} from '@pm/measurement';
import { kpiAnnotations, kpiTrend, presentTrend, type TrendPoint } from '@pm/measurement/views';
import type { Freshness, ListQuery } from '@pm/projections';
import { ListView } from '@pm/projections/queries';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { MomentPageQuery, momentIn } from '../http/moment.query.js';
import { outcome } from '../http/outcome.js';
import { AmendedBy, type Amender } from './amender.js';
import { PathPeriod } from '../http/period.pipe.js';
import { TrendAnswer } from './trend.answer.js';

/** What was measured of a KPI, and what explains it. */
@Controller('kpis/:kpiId')
export class MeasurementController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @Post('measurements')
  @Endpoint('Record a measurement, or correct the one of the same period and source', {
    permission: 'kpi.measure',
  })
  async record(
    @PathId('kpi') kpiId: KpiId,
    @Body() input: RecordMeasurementInput,
    @AmendedBy() { by, mayCorrectOthers }: Amender,
  ) {
    const { value, source = by.actor, reason, ...stated } = input;
    const measurement = { ...stated, source, value: value as DecimalText };
    const command = recordMeasurementsCommand.of(
      { kpiId, stated: [measurement], mayCorrectOthers },
      { ...by, reason },
    );
    return outcome(await this.commands.execute(command), kpiId);
  }

  @Post('measurements/:period/correction')
  @Endpoint('Correct what you recorded, or, with kpi.correct, what anyone did', { permission: 'kpi.measure' })
  async correct(
    @PathId('kpi') kpiId: KpiId,
    @PathPeriod() period: Period,
    @Body() input: CorrectMeasurementInput,
    @AmendedBy() { by, mayCorrectOthers }: Amender,
  ) {
    const { source = by.actor, reason } = input;
    const request = { kpiId, period, source, input, mayCorrectOthers };
    const command = correctMeasurementCommand.of(request, { ...by, reason });
    return outcome(await this.commands.execute(command), kpiId);
  }

  @Post('measurements/:period/retraction')
  @Endpoint('Retract what you recorded, or, with kpi.correct, what anyone did', { permission: 'kpi.measure' })
  async retract(
    @PathId('kpi') kpiId: KpiId,
    @PathPeriod() period: Period,
    @Body() input: RetractMeasurementInput,
    @AmendedBy() { by, mayCorrectOthers }: Amender,
  ) {
    const { source = by.actor, reason } = input;
    const request = { kpiId, period, source, input, mayCorrectOthers };
    const command = retractMeasurementCommand.of(request, { ...by, reason });
    return outcome(await this.commands.execute(command), kpiId);
  }

  @Get('trend')
  @Endpoint(
    'All values of a KPI in order of time, what each was before, and what explains them; now or as of any moment',
    { permission: 'kpi.read' },
  )
  async trend(
    @PathId('kpi') kpiId: KpiId,
    @Query() { limit, cursor, after, ...moment }: MomentPageQuery,
  ): Promise<TrendAnswer> {
    const at = await momentIn(moment, this.answers);
    const calendar = await this.answers.asking().ask(calendarInForce, {});
    const page = { limit, cursor };
    const kpi = isPast(at)
      ? shownBy(at, calendar, await this.queries.execute(new ReadKpiAsOf(kpiId, at, { after }, page)))
      : await this.now(kpiId, page, { after });
    if (!kpi) throw unknown('kpi-unknown', 'There is no such KPI, or it was not known then.');
    const { series, points, annotations, next } = kpi;
    return {
      kpiId,
      points: await this.withReasons(presentTrend(points, series.frequency, calendar)),
      annotations: await opened(this.keys, annotations),
      next,
    };
  }

  @Post('annotations')
  @Endpoint('Explain a day of a KPI’s course', { permission: 'kpi.measure' })
  async annotate(@PathId('kpi') kpiId: KpiId, @Body() input: AnnotateKpiInput, @By() by: CommandContext) {
    const annotationId = creationId('annotation', { by });
    const command = annotateKpiCommand.of({ kpiId, annotationId, input }, by);
    return outcome(await this.commands.execute(command), annotationId);
  }

  @Post('annotations/:annotationId/retraction')
  @Endpoint('Retract your annotation, or, with kpi.correct, anyone’s', { permission: 'kpi.measure' })
  async retractAnnotation(
    @PathId('kpi') kpiId: KpiId,
    @PathId('annotation') annotationId: string,
    @Body() input: RetractAnnotationInput,
    @AmendedBy() { by, mayCorrectOthers }: Amender,
  ) {
    const request = { kpiId, annotationId, input, mayCorrectOthers };
    const command = retractAnnotationCommand.of(request, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command), annotationId);
  }

  /** Annotations come with every page: they are few, and a reader may begin anywhere. */
  private async now(
    kpiId: KpiId,
    page: Pick<ListQuery, 'limit' | 'cursor'>,
    freshness: Freshness,
  ): Promise<KpiAsOf | undefined> {
    const series = await kpiNow(this.queries, kpiId, freshness);
    if (!series) return undefined;
    const of = { where: { kpiId } };
    const slices = new ListView(kpiTrend, { ...of, ...page, sortBy: 'slice' }, freshness);
    const { documents, next } = await this.queries.execute(slices);
    const days = new ListView(kpiAnnotations, { ...of, sortBy: 'at', limit: 1000 }, freshness);
    const annotations = (await this.queries.execute(days)).documents.map(({ own }) => own!);
    return { series, points: documents.flatMap(({ own }) => own!.points), annotations, next };
  }

  /** Opening looks at every field, and of thousands of points few have a reason. */
  private withReasons(points: readonly TrendPoint[]): Promise<Opened<TrendPoint>[]> {
    const isSealed = ({ history }: TrendPoint) => history.some(({ reason }) => reason !== undefined);
    return Promise.all(
      points.map(async (point) =>
        isSealed(point) ? opened(this.keys, point) : (point as Opened<TrendPoint>),
      ),
    );
  }
}

/** Without what explains days after the moment. */
function shownBy({ asOf }: Moments, { timeZone }: Calendar, kpi: KpiAsOf | undefined): KpiAsOf | undefined {
  if (!kpi || !asOf) return kpi;
  const day = localDate(asOf, timeZone);
  return { ...kpi, annotations: kpi.annotations.filter(({ at }) => at <= day) };
}
