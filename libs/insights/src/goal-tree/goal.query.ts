import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { Answers } from '@pm/eventing';
import { unknown } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { GoalSights, isHidden, seen, type Seen } from '../goal-sight/index.js';
import { goalRowsAt } from './chosen-rows.js';
import { dayOf } from './day.js';
import { type GoalRow, type IndicatorRow, indicatorRow, type TreeStored } from './goal-row.js';
import { type AsOf, TreeReader } from './tree-reader.js';
import { WorstStatus } from './worst-status.js';

export interface GoalWithParts {
  readonly goal: Seen<GoalRow>;
  /** The goals that stand directly under it. */
  readonly parts: readonly Seen<GoalRow>[];
  /** The KPIs that tell of it without counting towards it. */
  readonly indicators: readonly IndicatorRow[];
  /** The position up to which this is what is now; undefined of any other moment. */
  readonly upTo?: string;
}

/** One goal and what stands directly under it, at a moment: costs by how many those are, not by the tree. */
export class ReadGoal extends Query<GoalWithParts> {
  constructor(
    readonly by: Reader,
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
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  /** @throws Rejection 'goal-unknown' */
  async execute({ by, goalId, at, freshness }: ReadGoal): Promise<GoalWithParts> {
    const { documents, upTo } = await this.reader.shown(at, freshness);
    const day = await dayOf(at, this.answers);
    const document = documents.get(goalId);
    const below = documents.below(goalId);
    const seenGoals = await this.sights.of(by, at, documents, document ? [document, ...below] : []);
    const worst = new WorstStatus(documents, day);
    const rowOf = goalRowsAt(at);
    const shown = (each: TreeStored) => {
      const row = rowOf(each, day);
      return row && seen(seenGoals, each, worst.shown(row));
    };
    const goal = document && shown(document);
    if (!goal) throw unknown('goal-unknown', 'There was no such goal at that time.');
    const indicators = isHidden(goal) ? [] : below.flatMap((each) => indicatorRow(each) ?? []);
    return {
      goal,
      parts: below.flatMap((part) => shown(part) ?? []),
      indicators: indicators.filter((row) => row.goalId === goalId),
      upTo,
    };
  }
}
