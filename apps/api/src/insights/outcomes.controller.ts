import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ReadOutcomes } from '@pm/insights';
import type { FiscalYear } from '@pm/kernel';
import { Endpoint } from '../http/endpoint.decorator.js';
import { OutcomesQuery } from './outcomes.query.js';

@Controller('outcomes')
export class OutcomesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Endpoint('How the KPIs of each unit came out in a year', { permission: 'outcomes.read' })
  async read(@Query() { period, label, unit, after }: OutcomesQuery) {
    const request = { year: period as FiscalYear, label, unitId: unit };
    const { kind, rows } = await this.queries.execute(new ReadOutcomes(request, { after }));
    return { period, label, kind, units: rows };
  }
}
