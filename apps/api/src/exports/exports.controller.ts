import { Controller, Get, Inject, Query, Res, type StreamableFile } from '@nestjs/common';
import type { Viewer } from '@pm/access';
import { Answers } from '@pm/eventing';
import { Exports } from '@pm/exporting';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../http/endpoint.decorator.js';
import { momentIn, sinceIn } from '../http/moment.query.js';
import { ReadBy } from '../http/viewer.js';
import { GoalHistoryExportQuery, GoalsExportQuery, MeasurementsExportQuery } from './exports.query.js';
import { type Show, Showing } from '../reads/shown.js';
import { AnswersFile, sentExport } from './sent-export.js';

/** What analysts load into their tools. Whoever may read something may export it, and sees the same texts. */
@Controller('exports')
export class ExportsController {
  constructor(
    @Inject(Exports) private readonly exports: Exports,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get('goals')
  @Endpoint('Goals as of any moment, as a file', { permission: 'goal.read', recorded: 'goals-export' })
  @AnswersFile()
  async goals(
    @Query() { format, unit, under, archived, phase, status, ...moment }: GoalsExportQuery,
    @ReadBy() by: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Showing() show: Show,
  ): Promise<StreamableFile> {
    const wanted = { unitId: unit, under, archived, phase, status };
    const at = await momentIn(moment, this.answers);
    const made = await this.exports.goals(wanted, { by, format, ...at });
    show({ record: under, subjects: made.subjects, ...at });
    return sentExport(reply, made);
  }

  @Get('measurements')
  @Endpoint('What was measured of KPIs, as of any moment, as a file', {
    permission: 'kpi.read',
    recorded: 'measurements-export',
  })
  @AnswersFile()
  async measurements(
    @Query() { format, kpi, unit, goal, frequency, ...moment }: MeasurementsExportQuery,
    @ReadBy() by: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Showing() show: Show,
  ): Promise<StreamableFile> {
    const wanted = { kpiId: kpi, unitId: unit, goalId: goal, frequency };
    const at = await momentIn(moment, this.answers);
    const made = await this.exports.measurements(wanted, { by, format, ...at });
    show({ record: kpi, subjects: made.subjects, ...at });
    return sentExport(reply, made);
  }

  @Get('goal-history')
  @Endpoint('What changed goals until any moment, event by event, as a file', {
    permission: 'goal.read',
    recorded: 'goal-history-export',
  })
  @AnswersFile()
  async goalHistory(
    @Query() { format, goal, ...moments }: GoalHistoryExportQuery,
    @ReadBy() by: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Showing() show: Show,
  ): Promise<StreamableFile> {
    const wanted = { goalId: goal, since: await sinceIn(moments, this.answers) };
    const at = await momentIn(moments, this.answers);
    const made = await this.exports.goalHistory(wanted, { by, format, ...at });
    show({ record: goal, subjects: made.subjects, ...at });
    return sentExport(reply, made);
  }
}
