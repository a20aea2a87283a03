import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import { ReadOutcomes } from '@pm/insights';
import type { FiscalYear } from '@pm/kernel';
import { Endpoint } from '../http/endpoint.decorator.js';
import { momentIn } from '../http/moment.query.js';
import { OutcomesAnswer } from './outcomes.answer.js';
import { OutcomesQuery } from './outcomes.query.js';

@Controller('outcomes')
export class OutcomesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @Endpoint('How the KPIs of each unit came out in a year, as it stands now or stood at any moment', {
    permission: 'outcomes.read',
  })
  async read(@Query() { period, label, unit, after, ...moment }: OutcomesQuery): Promise<OutcomesAnswer> {
    const at = await momentIn(moment, this.answers);
    const request = { ...at, year: period as FiscalYear, label, unitId: unit };
    const { kind, rows } = await this.queries.execute(new ReadOutcomes(request, { after }));
    return { period, label, kind, units: [...rows] };
  }
}
