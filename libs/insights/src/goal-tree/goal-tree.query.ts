import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { Answers } from '@pm/eventing';
import { calendarInForce, localDate, type PersonId } from '@pm/kernel';
import { type Freshness } from '@pm/projections';
import { GoalSights, readable, type Seen } from '../goal-sight/index.js';
import { chosenRows, goalRowsAt, type TreeRequest } from './chosen-rows.js';
import { Day } from './day.js';
import { type GoalRow, type IndicatorRow, indicatorRow } from './goal-row.js';
import { ownersIn } from './owners.js';
import { type AsOf, TreeReader } from './tree-reader.js';

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
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  async execute({ by, request, freshness }: ReadGoalTree): Promise<GoalTree> {
    const documents = await this.reader.documents(request, freshness);
    const day = await dayOf(request, this.answers);
    const seenGoals = await this.sights.of(by, request, documents);
    const isDisclosing = await this.sights.disclosing(request);
    const tree = { documents, day, seenGoals };
    const disclosing: Seen<GoalRow>[] = [];
    const goals = chosenRows(tree, request, goalRowsAt(request), (goal, document) => {
      if (isDisclosing(document)) disclosing.push(goal);
      return goal;
    });
    const disclosed = ownersIn(disclosing);
    if (!request.indicators) return { goals, disclosed };
    const shown = new Set(readable(goals).map(({ goalId }) => goalId));
    const kpis = [...documents.values()].flatMap((document) => indicatorRow(document) ?? []);
    return { goals, disclosed, indicators: kpis.filter(({ goalId }) => shown.has(goalId)) };
  }
}

/** The day on which a moment falls for the organisation. */
export async function dayOf({ asOf }: AsOf, answers: Answers): Promise<Day> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return new Day(localDate(asOf ?? answers.now(), timeZone));
}
