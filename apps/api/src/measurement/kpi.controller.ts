import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type CommandContext, creationId } from '@pm/eventing';
import { type DecimalText, type KpiId, unknown } from '@pm/kernel';
import {
  defineKpiCommand,
  DefineKpiInput,
  kpiScorecard,
  kpiTrend,
  presentScorecard,
  recordMeasurementsCommand,
  RecordMeasurementInput,
  redefineKpiCommand,
  RedefineKpiInput,
  retireKpiCommand,
  setTargetCommand,
  SetTargetInput,
} from '@pm/measurement';
import { ListView, ReadView } from '@pm/projections';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { FreshnessQuery } from '../http/freshness.query.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { PageQuery } from '../http/page.query.js';
import { KpisQuery } from './kpis.query.js';

@Controller('kpis')
export class KpiController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Endpoint('Define a KPI', { permission: 'kpi.define' })
  async define(@Body() input: DefineKpiInput, @By() by: CommandContext) {
    const kpiId = creationId('kpi', { number: input.number, by }) as KpiId;
    return outcome(await this.commands.execute(defineKpiCommand.of({ kpiId, input }, by)));
  }

  @Put(':kpiId/definition')
  @Endpoint('Redefine a KPI', { permission: 'kpi.define' })
  async redefine(@PathId('kpi') kpiId: KpiId, @Body() input: RedefineKpiInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(redefineKpiCommand.of({ kpiId, input }, by)));
  }

  @Post(':kpiId/retirement')
  @Endpoint('Retire a KPI', { permission: 'kpi.define' })
  async retire(@PathId('kpi') kpiId: KpiId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(retireKpiCommand.of({ kpiId }, by)));
  }

  @Post(':kpiId/targets')
  @Endpoint('Set or revise the target of a period', { permission: 'kpi.target' })
  async setTarget(@PathId('kpi') kpiId: KpiId, @Body() input: SetTargetInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(setTargetCommand.of({ kpiId, input }, by)));
  }

  @Post(':kpiId/measurements')
  @Endpoint('Record a measurement, or correct the one of the same period and source', {
    permission: 'kpi.measure',
  })
  async record(@PathId('kpi') kpiId: KpiId, @Body() input: RecordMeasurementInput, @By() by: CommandContext) {
    const { value, source = by.actor, ...stated } = input;
    const measurement = { ...stated, source, value: value as DecimalText };
    const command = recordMeasurementsCommand.of({ kpiId, stated: [measurement] }, by);
    return outcome(await this.commands.execute(command), kpiId);
  }

  @Get()
  @Endpoint('KPIs by name, of one unit or of all', { permission: 'kpi.read' })
  async list(@Query() { unit, limit, cursor, after }: KpisQuery) {
    const query = { ...(unit && { where: { unitId: unit } }), sortBy: 'name', limit, cursor };
    const page = await this.queries.execute(new ListView(kpiScorecard, query, { after }));
    return { kpis: page.documents.map(({ own }) => presentScorecard(own!)), next: page.next };
  }

  @Get(':kpiId')
  @Endpoint('A KPI against its targets', { permission: 'kpi.read' })
  async scorecard(@PathId('kpi') kpiId: KpiId, @Query() { after }: FreshnessQuery) {
    const document = await this.queries.execute(new ReadView(kpiScorecard, kpiId, { after }));
    if (!document?.own) throw unknown('kpi-unknown', 'There is no such KPI.');
    return presentScorecard(document.own);
  }

  @Get(':kpiId/trend')
  @Endpoint('All values of a KPI in order of time', { permission: 'kpi.read' })
  async trend(@PathId('kpi') kpiId: KpiId, @Query() { limit, cursor, after }: PageQuery) {
    const query = { where: { kpiId }, sortBy: 'slice', limit, cursor };
    const page = await this.queries.execute(new ListView(kpiTrend, query, { after }));
    return { kpiId, points: page.documents.flatMap(({ own }) => own!.points), next: page.next };
  }
}
