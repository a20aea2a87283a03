import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import { ReadGoalReaders } from '@pm/insights';
import type { GoalId } from '@pm/kernel';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { MomentQuery, momentIn } from '../http/moment.query.js';
import { GoalReadersAnswer } from './goal-readers.answer.js';

/** Who could see what. Roles are those of a token: which ones somebody had is the identity provider's to know. */
@Controller('goals/:goalId/readers')
export class GoalReadersController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @Endpoint('Who could see a goal at any moment, and why', { permission: 'goal.readers' })
  async readers(
    @PathId('goal') goalId: GoalId,
    @Query() { after, ...moment }: MomentQuery,
  ): Promise<GoalReadersAnswer> {
    const at = await momentIn(moment, this.answers);
    const { people, roles, ...rest } = await this.queries.execute(new ReadGoalReaders(goalId, at, { after }));
    return { ...rest, people: [...people], roles: [...roles] };
  }
}
