import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { Answers } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { GoalSights, readable, type Seen } from '../goal-sight/index.js';
import { goalRowsAt, readRows, type TreeParts, type TreeRequest } from './chosen-rows.js';
import { type GoalRow, type IndicatorRow, indicatorRow } from './goal-row.js';
import { TreeReader } from './tree-reader.js';

export interface GoalTreeRequest extends TreeRequest {
  /** KPIs that tell of the goals, too. */
  readonly indicators?: boolean;
}

export interface GoalTree {
  readonly goals: readonly Seen<GoalRow>[];
  readonly indicators?: readonly IndicatorRow[];
  /** Whose goals are shown that not everybody may read. */
  readonly disclosed: readonly PersonId[];
}

/** Goals with progress, coverage and status, at a moment. */
export class ReadGoalTree extends Query<GoalTree> {
  constructor(
    readonly by: Reader,
    readonly request: GoalTreeRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadGoalTree)
export class ReadGoalTreeHandler implements IQueryHandler<ReadGoalTree> {
  private readonly parts: TreeParts;

  constructor(
    @Inject(TreeReader) reader: TreeReader,
    @Inject(Answers) answers: Answers,
    @Inject(GoalSights) sights: GoalSights,
  ) {
    this.parts = { reader, answers, sights };
  }

  async execute({ by, request, freshness }: ReadGoalTree): Promise<GoalTree> {
    const read = await readRows(this.parts, { by, request, freshness }, goalRowsAt, (goal) => goal);
    const { documents, rows: goals, disclosed } = read;
    if (!request.indicators) return { goals, disclosed };
    const shown = new Set(readable(goals).map(({ goalId }) => goalId));
    const kpis = [...documents.values()].flatMap((document) => indicatorRow(document) ?? []);
    return { goals, disclosed, indicators: kpis.filter(({ goalId }) => shown.has(goalId)) };
  }
}
