import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { Answers } from '@pm/eventing';
import type { PersonalText, PersonId } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { GoalSights, type HiddenGoal, isHidden, type Seen } from '../goal-sight/index.js';
import { goalSummariesAt, readRows, type TreeParts, type TreeRequest } from './chosen-rows.js';
import type { GoalSummary } from './goal-row.js';
import { parentsIn } from './goal-sums.state.js';
import { TreeReader } from './tree-reader.js';

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
  'withheld',
] as const;

type Cell = PersonalText | readonly string[] | null;

/** A tree for whoever draws all of it: names once, then a row of values for each goal; null where there is none. */
export interface CompactTree {
  readonly columns: typeof COLUMNS;
  readonly rows: readonly (readonly Cell[])[];
}

/** With whose goals are shown that not everybody may read. */
export interface DisclosingTree {
  readonly tree: CompactTree;
  readonly disclosed: readonly PersonId[];
}

/** As {@link ReadGoalTree}, without what only a single goal is looked at for. */
export class ReadCompactTree extends Query<DisclosingTree> {
  constructor(
    readonly by: Reader,
    readonly request: TreeRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

@QueryHandler(ReadCompactTree)
export class ReadCompactTreeHandler implements IQueryHandler<ReadCompactTree> {
  private readonly parts: TreeParts;

  constructor(
    @Inject(TreeReader) reader: TreeReader,
    @Inject(Answers) answers: Answers,
    @Inject(GoalSights) sights: GoalSights,
  ) {
    this.parts = { reader, answers, sights };
  }

  async execute({ by, request, freshness }: ReadCompactTree): Promise<DisclosingTree> {
    const query = { by, request, freshness };
    const { rows, disclosed } = await readRows(this.parts, query, goalSummariesAt, cellsOf);
    return { tree: { columns: COLUMNS, rows }, disclosed };
  }
}

const cellsOf = (goal: Seen<GoalSummary>): Cell[] => (isHidden(goal) ? hiddenCells(goal) : shownCells(goal));

function hiddenCells(goal: HiddenGoal): Cell[] {
  const { goalId, owner, phase = null } = goal;
  return [goalId, null, ownerIn(owner), parentsIn(goal.parents), phase, null, null, null, null, 'hidden'];
}

function shownCells(goal: GoalSummary): Cell[] {
  return [
    goal.goalId,
    goal.title,
    ownerIn(goal.owner),
    parentsIn(goal.parents),
    goal.phase,
    goal.progress ?? null,
    goal.coverage ?? null,
    goal.expected ?? null,
    goal.status ?? null,
    goal.suppressed ? 'suppressed' : null,
  ];
}

const ownerIn = (owner: GoalSummary['owner'] = {}): Cell => owner.personId ?? owner.unitId ?? null;
