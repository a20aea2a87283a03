import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answers } from '@pm/eventing';
import type { PersonalText } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { chosenRows, rememberedByDay, type TreeRequest } from './chosen-rows.js';
import { goalSummary, type GoalSummary } from './goal-row.js';
import { dayOf } from './goal-tree.query.js';
import { isNow, TreeReader } from './tree-reader.js';

/** What a row of a compact tree tells, in this order. */
export const COLUMNS = [
  'goalId',
  'title',
  'ownerId',
  'parentIds',
  'phase',
  'progress',
  'coverage',
  'expected',
  'status',
] as const;

type Cell = PersonalText | readonly string[] | null;

/** A tree for whoever draws all of it: names once, then a row of values for each goal; null where there is none. */
export interface CompactTree {
  readonly columns: typeof COLUMNS;
  readonly rows: readonly (readonly Cell[])[];
}

/** As {@link ReadGoalTree}, without what only a single goal is looked at for. */
export class ReadCompactTree extends Query<CompactTree> {
  constructor(
    readonly request: TreeRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadCompactTree)
export class ReadCompactTreeHandler implements IQueryHandler<ReadCompactTree> {
  private readonly summaryNow = rememberedByDay(goalSummary);

  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  async execute({ request, freshness }: ReadCompactTree): Promise<CompactTree> {
    const documents = await this.reader.documents(request, freshness);
    const day = await dayOf(request, this.answers);
    const goals = chosenRows(documents, request, day, isNow(request) ? this.summaryNow : goalSummary);
    return { columns: COLUMNS, rows: goals.map(cellsOf) };
  }
}

function cellsOf(goal: GoalSummary): Cell[] {
  const { owner, parents } = goal;
  return [
    goal.goalId,
    goal.title,
    owner.personId ?? owner.unitId ?? null,
    parents.flatMap(({ parentId, cut }) => (cut ? [] : parentId)),
    goal.phase,
    goal.progress ?? null,
    goal.coverage ?? null,
    goal.expected ?? null,
    goal.status,
  ];
}
