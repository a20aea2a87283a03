import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import { calendarInForce, localDate, type LocalDate, unknown } from '@pm/kernel';
import { type Freshness } from '@pm/projections';
import { goalRow, type GoalRow, type IndicatorRow, indicatorRow } from './goal-row.js';
import { goalTree } from './goal-tree.view.js';
import { type AsOf, type TreeDocuments, TreeReader } from './tree-reader.js';
import { withWorstStatus } from './worst-status.js';

export interface TreeRequest extends AsOf {
  /** Only goals of this unit. */
  readonly unitId?: string;
  /** Only this goal and all below it. */
  readonly under?: string;
  /** KPIs that tell of the goals, too. */
  readonly indicators?: boolean;
  /** Goals that are archived, too. */
  readonly archived?: boolean;
}

export interface GoalTree {
  readonly goals: readonly GoalRow[];
  readonly indicators?: readonly IndicatorRow[];
}

/** Goals with progress, coverage and status, at a moment. */
export class ReadGoalTree extends Query<GoalTree> {
  constructor(
    readonly request: TreeRequest,
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
  ) {}

  async execute({ request, freshness }: ReadGoalTree): Promise<GoalTree> {
    const { unitId, under, indicators, archived } = request;
    const documents = await this.reader.documents(request, freshness);
    const today = await dayOf(request, this.answers);
    const wanted = under === undefined ? undefined : below(documents, under);
    const rows = [...documents.values()]
      .filter(({ id, own }) => (wanted?.has(id) ?? true) && (!unitId || own?.owner?.value?.unitId === unitId))
      .flatMap((document) => goalRow(document, today) ?? [])
      .filter((row) => archived || !row.archived);
    const goals = withWorstStatus(rows, documents, today);
    if (!indicators) return { goals };
    const shown = new Set(goals.map(({ goalId }) => goalId));
    const kpis = [...documents.values()].flatMap((document) => indicatorRow(document) ?? []);
    return { goals, indicators: kpis.filter(({ goalId }) => shown.has(goalId)) };
  }
}

/** The day on which a moment falls for the organisation. */
export async function dayOf({ asOf }: AsOf, answers: Answers): Promise<LocalDate> {
  const { timeZone } = await answers.asking().ask(calendarInForce, {});
  return localDate(asOf ?? answers.now(), timeZone);
}

/** A goal and all below it. */
function below(documents: TreeDocuments, root: string): Set<string> {
  if (!documents.get(root)?.own?.about) throw unknown('goal-unknown', 'There was no such goal at that time.');
  const children = Map.groupBy(
    [...documents.values()].flatMap(({ id, own }) =>
      own ? goalTree.rollup!.above(own).map((to) => ({ id, to })) : [],
    ),
    ({ to }) => to,
  );
  const found = new Set([root]);
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id);
  return found;
}
