import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import { unknown } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { goalRow, type GoalRow, type IndicatorRow, indicatorRow } from './goal-row.js';
import { dayOf } from './goal-tree.query.js';
import { type AsOf, TreeReader } from './tree-reader.js';
import { WorstStatus } from './worst-status.js';

export interface GoalWithParts {
  readonly goal: GoalRow;
  /** The goals that stand directly under it. */
  readonly parts: readonly GoalRow[];
  /** The KPIs that tell of it without counting towards it. */
  readonly indicators: readonly IndicatorRow[];
}

/** One goal and what stands directly under it, at a moment: costs by how many those are, not by the tree. */
export class ReadGoal extends Query<GoalWithParts> {
  constructor(
    readonly goalId: string,
    readonly at: AsOf,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadGoal)
export class ReadGoalHandler implements IQueryHandler<ReadGoal> {
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  /** @throws Rejection 'goal-unknown' */
  async execute({ goalId, at, freshness }: ReadGoal): Promise<GoalWithParts> {
    const documents = await this.reader.documents(at, freshness);
    const day = await dayOf(at, this.answers);
    const document = documents.get(goalId);
    const goal = document && goalRow(document, day);
    if (!goal) throw unknown('goal-unknown', 'There was no such goal at that time.');
    const worst = new WorstStatus(documents, day);
    const below = documents.below(goalId);
    const parts = below.flatMap((each) => goalRow(each, day) ?? []);
    const indicators = below.flatMap((each) => indicatorRow(each) ?? []);
    return {
      goal: worst.shown(goal),
      parts: parts.map((part) => worst.shown(part)),
      indicators: indicators.filter((row) => row.goalId === goalId),
    };
  }
}
