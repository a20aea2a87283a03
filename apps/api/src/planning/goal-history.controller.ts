import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Viewer } from '@pm/access';
import { Answers, Keys, opened } from '@pm/eventing';
import {
  goalsTold,
  isHidden,
  ownersIn,
  readable,
  ReadCompactTree,
  ReadGoal,
  ReadGoalChanges,
  ReadGoalFigure,
  ReadGoalOwners,
  ReadGoalTree,
} from '@pm/insights';
import type { GoalId } from '@pm/kernel';
import { goals } from '@pm/planning';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { shown } from '../http/list.query.js';
import { ChangesQuery, MomentQuery, momentIn, sinceIn } from '../http/moment.query.js';
import { tellRevision } from '../http/representation.js';
import { AsRead, type Reading } from '../reads/reading.js';
import {
  CompactTreeAnswer,
  GoalChangesAnswer,
  GoalTreeAnswer,
  GoalWithPartsAnswer,
} from './goal-tree.answer.js';
import { GoalFigureAnswer } from './goal-figure.answer.js';
import { GoalAnswer, HiddenGoalAnswer } from './goal.answer.js';
import { listedGoals, refuseListing } from './goal-list.js';
import { GoalsQuery } from './goals.query.js';

/** Goals as they are, as they were, and what made the difference. */
@Controller('goals')
export class GoalHistoryController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @Get()
  @Endpoint('The tree of goals, now or as of any moment', { permission: 'goal.read', recorded: 'goals' })
  @ApiExtraModels(GoalTreeAnswer, CompactTreeAnswer)
  @ApiOkResponse({
    schema: { oneOf: [GoalTreeAnswer, CompactTreeAnswer].map((each) => ({ $ref: getSchemaPath(each) })) },
  })
  async tree(
    @Query() query: GoalsQuery,
    @AsRead() { by, show }: Reading,
  ): Promise<GoalTreeAnswer | CompactTreeAnswer> {
    const { unit, under, indicators, compact, archived, after, fields } = query;
    const at = await momentIn(query, this.answers);
    const request = { ...at, unitId: unit, under, archived };
    if (compact) {
      refuseListing(query);
      const { tree, disclosed } = await this.queries.execute(new ReadCompactTree(by, request, { after }));
      show({ record: under, subjects: disclosed, ...at });
      return opened(this.keys, tree);
    }
    const tree = await this.queries.execute(new ReadGoalTree(by, { ...request, indicators }, { after }));
    show({ record: under, subjects: tree.disclosed, ...at });
    const { goals, ...rest } = await opened(this.keys, listedGoals(tree, query));
    return { goals: shown<GoalAnswer | HiddenGoalAnswer>(goals, fields), ...rest };
  }

  @Get('changes')
  @Endpoint('What changed in the tree between two moments, event by event', {
    permission: 'goal.read',
    recorded: 'goals-changes',
  })
  async changes(@Query() query: ChangesQuery, @AsRead() { by, show }: Reading): Promise<GoalChangesAnswer> {
    const { changes, until } = await this.changesOf(by, query);
    const owners = new ReadGoalOwners(goalsTold(changes), until, 'closed');
    show({ subjects: await this.queries.execute(owners), ...until });
    return { changes: await opened(this.keys, changes) };
  }

  @Get(':goalId')
  @Endpoint('A goal with what lies below it, now or as of any moment', {
    permission: 'goal.read',
    recorded: 'goal',
  })
  async goal(
    @PathId('goal') goalId: GoalId,
    @Query() { after, ...moment }: MomentQuery,
    @AsRead() { by, show }: Reading,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoalWithPartsAnswer> {
    const at = await momentIn(moment, this.answers);
    const { upTo, ...goal } = await this.queries.execute(new ReadGoal(by, goalId, at, { after }));
    show({ record: goalId, subjects: ownersIn([goal.goal, ...goal.parts]), ...at });
    // The one that is shown, where the view is behind the stream: whoever sends it back is told what they have not seen.
    if (upTo !== undefined && !isHidden(goal.goal))
      tellRevision(reply, await this.answers.revisionAt(goals, goalId, upTo));
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
    @AsRead() { by, show }: Reading,
  ): Promise<GoalChangesAnswer> {
    const { changes, until } = await this.changesOf(by, query, goalId);
    const owners = new ReadGoalOwners(goalsTold(changes), until);
    show({ record: goalId, subjects: await this.queries.execute(owners), ...until });
    return { changes: await opened(this.keys, changes) };
  }

  @Get(':goalId/figure')
  @Endpoint('What made a goal’s figures: rule, rounding and inputs, with the event that stated each', {
    permission: 'goal.read',
    recorded: 'goal-figure',
  })
  async figure(
    @PathId('goal') goalId: GoalId,
    @Query() { after, ...moment }: MomentQuery,
    @AsRead() { by, show }: Reading,
  ): Promise<GoalFigureAnswer> {
    const at = await momentIn(moment, this.answers);
    const figure = await this.queries.execute(new ReadGoalFigure(by, goalId, at, { after }));
    const told = [figure, ...readable([...figure.parts, ...figure.leftOut])].map((each) => each.goalId);
    show({ record: goalId, subjects: await this.queries.execute(new ReadGoalOwners(told, at)), ...at });
    return opened(this.keys, figure);
  }

  private async changesOf(by: Viewer, query: ChangesQuery, goalId?: GoalId) {
    const since = await sinceIn(query, this.answers);
    const until = await momentIn(query, this.answers);
    const changes = await this.queries.execute(
      new ReadGoalChanges(by, { since, until, goalId }, { after: query.after }),
    );
    return { changes, until };
  }
}
