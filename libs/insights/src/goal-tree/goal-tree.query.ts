import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import { calendarInForce, localDate } from '@pm/kernel';
import { type Freshness } from '@pm/projections';
import { chosenRows, rememberedByDay, type TreeRequest } from './chosen-rows.js';
import { Day } from './day.js';
import { goalRow, type GoalRow, type IndicatorRow, indicatorRow } from './goal-row.js';
import { type AsOf, isNow, TreeReader } from './tree-reader.js';

export interface GoalTreeRequest extends TreeRequest {
  /** KPIs that tell of the goals, too. */
  readonly indicators?: boolean;
}

export interface GoalTree {
  readonly goals: readonly GoalRow[];
  readonly indicators?: readonly IndicatorRow[];
}

/** Goals with progress, coverage and status, at a moment. */
export class ReadGoalTree extends Query<GoalTree> {
  constructor(
    readonly request: GoalTreeRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadGoalTree)
export class ReadGoalTreeHandler implements IQueryHandler<ReadGoalTree> {
  private readonly rowNow = rememberedByDay(goalRow);

  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  async execute({ request, freshness }: ReadGoalTree): Promise<GoalTree> {
    const documents = await this.reader.documents(request, freshness);
    const day = await dayOf(request, this.answers);
    const goals = chosenRows(documents, request, day, isNow(request) ? this.rowNow : goalRow);
    if (!request.indicators) return { goals };
    const shown = new Set(goals.map(({ goalId }) => goalId));
    const kpis = [...documents.values()].flatMap((document) => indicatorRow(document) ?? []);
    return { goals, indicators: kpis.filter(({ goalId }) => shown.has(goalId)) };
  }
}

/** The day on which a moment falls for the organisation. */
export async function dayOf({ asOf }: AsOf, answers: Answers): Promise<Day> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return new Day(localDate(asOf ?? answers.now(), timeZone));
}
