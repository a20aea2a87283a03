import { Body, Controller, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Viewer } from '@pm/access';
import { Answers, type CommandContext, creationId, isPast, type Moments } from '@pm/eventing';
import { kpiNow, kpisNow, withoutHiddenGoals } from '@pm/insights';
import { calendarInForce, type KpiId, unknown } from '@pm/kernel';
import {
  defineKpiCommand,
  DefineKpiInput,
  ListKpisAsOf,
  ReadKpiAsOf,
  redefineKpiCommand,
  RedefineKpiInput,
  retireKpiCommand,
  setTargetCommand,
  SetTargetInput,
} from '@pm/measurement';
import { presentScorecard } from '@pm/measurement/views';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { shown, where } from '../http/list.query.js';
import { MomentQuery, momentIn } from '../http/moment.query.js';
import { outcome } from '../http/outcome.js';
import { ReadBy } from '../http/viewer.js';
import { KpiAnswer, KpisAnswer } from './kpi.answer.js';
import { KpisQuery } from './kpis.query.js';

@Controller('kpis')
export class KpiController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Post()
  @Endpoint('Define a KPI', { permission: 'kpi.define' })
  async define(@Body() input: DefineKpiInput, @By() by: CommandContext) {
    const kpiId = creationId('kpi', { number: input.number, by }) as KpiId;
    const command = defineKpiCommand.of({ kpiId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Put(':kpiId/definition')
  @Endpoint('Redefine a KPI', { permission: 'kpi.define' })
  async redefine(@PathId('kpi') kpiId: KpiId, @Body() input: RedefineKpiInput, @By() by: CommandContext) {
    const command = redefineKpiCommand.of({ kpiId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post(':kpiId/retirement')
  @Endpoint('Retire a KPI', { permission: 'kpi.define' })
  async retire(@PathId('kpi') kpiId: KpiId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(retireKpiCommand.of({ kpiId }, by)));
  }

  @Post(':kpiId/targets')
  @Endpoint('Set or revise the target of a period', { permission: 'kpi.target' })
  async setTarget(@PathId('kpi') kpiId: KpiId, @Body() input: SetTargetInput, @By() by: CommandContext) {
    const command = setTargetCommand.of({ kpiId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Get()
  @Endpoint('KPIs, of one unit or of all, now or as of any moment', { permission: 'kpi.read' })
  async list(
    @Query() { unit, goal, frequency, sort, limit, cursor, fields, after, ...moment }: KpisQuery,
    @ReadBy() by: Viewer,
  ): Promise<KpisAnswer> {
    const at = await momentIn(moment, this.answers);
    const of = where({ unitId: unit, goalId: goal, frequency });
    const query = { where: of, sortBy: sort, limit, cursor };
    const { series, next } = isPast(at)
      ? await this.queries.execute(new ListKpisAsOf(at, query))
      : await kpisNow(this.queries, query, { after });
    const today = await this.today(at);
    const shownSeries = await withoutHiddenGoals(series, { queries: this.queries, by, at });
    const ofGoal = shownSeries.filter((each) => !goal || each.goalId === goal);
    const kpis = ofGoal.map((each) => presentScorecard(each, today));
    // Whoever asks for those of a hidden goal is not told by a next page that there are any.
    return { kpis: shown<KpiAnswer>(kpis, fields), next: ofGoal.length > 0 ? next : undefined };
  }

  @Get(':kpiId')
  @Endpoint('A KPI against its targets, now or as of any moment', { permission: 'kpi.read' })
  async scorecard(
    @PathId('kpi') kpiId: KpiId,
    @Query() { after, ...moment }: MomentQuery,
    @ReadBy() by: Viewer,
  ): Promise<KpiAnswer> {
    const at = await momentIn(moment, this.answers);
    const series = isPast(at)
      ? (await this.queries.execute(new ReadKpiAsOf(kpiId, at, { after })))?.series
      : await kpiNow(this.queries, kpiId, { after });
    if (!series) throw unknown('kpi-unknown', 'There is no such KPI, or it was not known then.');
    const [seen] = await withoutHiddenGoals([series], { queries: this.queries, by, at });
    return presentScorecard(seen!, await this.today(at));
  }

  /** Views have no clock: what depends on the day is worked out as it is read. */
  private async today({ asOf }: Moments = {}) {
    const calendar = await this.answers.asking().ask(calendarInForce, {});
    return { now: asOf ?? this.answers.now(), calendar };
  }
}
