import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Answers, EventStore, Keys, opened } from '@pm/eventing';
import {
  ownersIn,
  ReadCompactTree,
  ReadGoal,
  ReadGoalChanges,
  ReadGoalFigure,
  ReadGoalTree,
} from '@pm/insights';
import type { GoalId } from '@pm/kernel';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { shown } from '../http/list.query.js';
import { ChangesQuery, MomentQuery, momentIn, sinceIn } from '../http/moment.query.js';
import { type Show, Showing } from '../reads/shown.js';
import {
  CompactTreeAnswer,
  GoalChangesAnswer,
  GoalTreeAnswer,
  GoalWithPartsAnswer,
} from './goal-tree.answer.js';
import { GoalFigureAnswer } from './goal-figure.answer.js';
import { GoalAnswer } from './goal.answer.js';
import { listedGoals, refuseListing } from './goal-list.js';
import { GoalsQuery } from './goals.query.js';

/** Goals as they are, as they were, and what made the difference. */
@Controller('goals')
export class GoalHistoryController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(EventStore) private readonly events: EventStore,
  ) {}

  @Get()
  @Endpoint('The tree of goals, now or as of any moment', { permission: 'goal.read' })
  @ApiExtraModels(GoalTreeAnswer, CompactTreeAnswer)
  @ApiOkResponse({
    schema: { oneOf: [GoalTreeAnswer, CompactTreeAnswer].map((each) => ({ $ref: getSchemaPath(each) })) },
  })
  async tree(@Query() query: GoalsQuery): Promise<GoalTreeAnswer | CompactTreeAnswer> {
    const { unit, under, indicators, compact, archived, after, fields } = query;
    const request = { ...(await momentIn(query, this.answers)), unitId: unit, under, archived };
    if (compact) {
      refuseListing(query);
      return opened(this.keys, await this.queries.execute(new ReadCompactTree(request, { after })));
    }
    const tree = await this.queries.execute(new ReadGoalTree({ ...request, indicators }, { after }));
    const { goals, ...rest } = await opened(this.keys, listedGoals(tree, query));
    return { goals: shown<GoalAnswer>(goals, fields), ...rest };
  }

  @Get('changes')
  @Endpoint('What changed in the tree between two moments, event by event', { permission: 'goal.read' })
  async changes(@Query() query: ChangesQuery): Promise<GoalChangesAnswer> {
    return this.changesOf(query);
  }

  @Get(':goalId')
  @Endpoint('A goal with what lies below it, now or as of any moment', {
    permission: 'goal.read',
    recorded: 'goal',
  })
  async goal(
    @PathId('goal') goalId: GoalId,
    @Query() { after, ...moment }: MomentQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Showing() show: Show,
  ): Promise<GoalWithPartsAnswer> {
    const at = await momentIn(moment, this.answers);
    const goal = await this.queries.execute(new ReadGoal(goalId, at, { after }));
    show({ record: goalId, subjects: ownersIn([goal.goal, ...goal.parts]), ...at });
    const last = (await this.events.readStream(`goal-${goalId}`)).at(-1);
    void reply.header('etag', `"${last?.revision}"`);
    return opened(this.keys, goal);
  }

  @Get(':goalId/changes')
  @Endpoint('How a goal evolved, event by event, with each one’s effect on its progress', {
    permission: 'goal.read',
    recorded: 'goal-changes',
  })
  async goalChanges(
    @PathId('goal') goalId: GoalId,
    @Query() query: ChangesQuery,
    @Showing() show: Show,
  ): Promise<GoalChangesAnswer> {
    const told = await this.changesOf(query, goalId);
    const at = await momentIn(query, this.answers);
    const goals =
      told.changes.length > 0 ? [(await this.queries.execute(new ReadGoal(goalId, at))).goal] : [];
    show({ record: goalId, subjects: ownersIn(goals), ...at });
    return told;
  }

  @Get(':goalId/figure')
  @Endpoint('What made a goal’s figures: rule, rounding and inputs, with the event that stated each', {
    permission: 'goal.read',
    recorded: 'goal-figure',
  })
  async figure(
    @PathId('goal') goalId: GoalId,
    @Query() { after, ...moment }: MomentQuery,
    @Showing() show: Show,
  ): Promise<GoalFigureAnswer> {
    const at = await momentIn(moment, this.answers);
    const figure = await this.queries.execute(new ReadGoalFigure(goalId, at, { after }));
    const { goal, parts } = await this.queries.execute(new ReadGoal(goalId, at));
    show({ record: goalId, subjects: ownersIn([goal, ...parts]), ...at });
    return opened(this.keys, figure);
  }

  private async changesOf(query: ChangesQuery, goalId?: GoalId): Promise<GoalChangesAnswer> {
    const since = await sinceIn(query, this.answers);
    const until = await momentIn(query, this.answers);
    const changes = await this.queries.execute(new ReadGoalChanges({ since, until, goalId }));
    return { changes: await opened(this.keys, changes) };
  }
}
