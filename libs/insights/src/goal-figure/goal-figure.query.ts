import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answers, LimitExceeded } from '@pm/eventing';
import { clamped, DEFAULT_STATUS_POLICY, RATIO_ROUNDING, ratioText, ROUNDED_AWAY, unknown } from '@pm/kernel';
import { type Freshness, ViewStore } from '@pm/projections';
import type { Day } from '../goal-tree/day.js';
import { goalRow, goalSummary, type GoalRow, type TreeStored } from '../goal-tree/goal-row.js';
import { goalProgress } from '../goal-tree/goal-sums.state.js';
import { dayOf } from '../goal-tree/goal-tree.query.js';
import { type AsOf, type TreeDocuments, TreeReader } from '../goal-tree/tree-reader.js';
import { WorstStatus } from '../goal-tree/worst-status.js';
import { ToldEvents } from '../told-event.js';
import { figureMeasure, sliceMeasuring } from './figure-measure.js';
import { figurePart, isPartOf, leftOutPart, placedUnder } from './figure-parts.js';
import type { GoalFigure } from './goal-figure.js';
import { StatedSides } from './stated-sides.js';

/** A goal's figures at a moment, opened: what made them, by which rule, and which event stated each input. */
export class ReadGoalFigure extends Query<GoalFigure> {
  constructor(
    readonly goalId: string,
    readonly at: AsOf,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

/** Each is read with the event that placed it. */
const PLACED_MAX = 1000;

@QueryHandler(ReadGoalFigure)
export class ReadGoalFigureHandler implements IQueryHandler<ReadGoalFigure> {
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(ToldEvents) private readonly told: ToldEvents,
  ) {}

  /** @throws Rejection 'goal-unknown', LimitExceeded */
  async execute({ goalId, at, freshness }: ReadGoalFigure): Promise<GoalFigure> {
    const tree = await this.reader.pinned(at, freshness);
    const day = await dayOf(at, this.answers);
    const goal = tree?.documents.get(goalId);
    const row = goal && goalRow(goal, day);
    if (!row) throw unknown('goal-unknown', 'There was no such goal at that time.');
    const placed = placedUnder(tree!.documents, goalId);
    if (placed.length > PLACED_MAX) throw new LimitExceeded('a figure', PLACED_MAX, 'goals below');
    const ids = [goalId, ...placed.map(({ id }) => id), sliceMeasuring(goal) ?? []].flat();
    const documents = await this.views.asOf(tree!.generation, tree!.moment, ids);
    const stated = new StatedSides(documents, this.told);
    return figureOf({ goal, row, placed, documents: tree!.documents, day, stated });
  }
}

interface Opening {
  readonly goal: TreeStored;
  readonly row: GoalRow;
  /** The goals that stand directly under it. */
  readonly placed: readonly TreeStored[];
  readonly documents: TreeDocuments;
  readonly day: Day;
  readonly stated: StatedSides;
}

async function figureOf({ goal, row, placed, documents, day, stated }: Opening): Promise<GoalFigure> {
  const { id, own, sum } = goal;
  const worst = new WorstStatus(documents, day);
  const { goalId, title, progress, progressFrom, rule, coverage, expected, reason } = row;
  const { status, policy } = worst.shown(row);
  const computed = goalProgress(own!, sum);
  const isRolled = computed.from === 'children';
  const [parts, others] = [true, false].map((is) => placed.filter((each) => isPartOf(each, id) === is));
  const shownPart = (part: TreeStored) => {
    const summary = goalSummary(part, day);
    return summary && worst.shown(summary);
  };
  return {
    goalId,
    title,
    progress,
    progressFrom,
    rule,
    coverage,
    expected,
    status,
    policy,
    reason,
    clamped: computed.progress === undefined ? undefined : ratioText(clamped(computed.progress)),
    ...ROUNDING,
    day: day.date,
    terms: await termsOf(row, stated),
    override: row.override && {
      ...row.override,
      progress: progress!,
      event: await stated.event(id, 'override'),
    },
    measured: isRolled ? undefined : await figureMeasure(goal, row, stated),
    rollUp: isRolled
      ? { mode: row.rollUp, event: own!.rollUp && (await stated.event(id, 'rollUp')) }
      : undefined,
    parts: await Promise.all(parts!.map((part) => figurePart(part, id, { stated, shown: shownPart(part) }))),
    leftOut: await Promise.all(others!.map((part) => leftOutPart(part, id, stated))),
  };
}

const termsOf = async ({ goalId, termsRevision, start, end }: GoalRow, stated: StatedSides) => ({
  termsRevision,
  start,
  end,
  event: await stated.event(goalId, 'terms'),
});

const { onTrack, atRisk } = DEFAULT_STATUS_POLICY;
const ROUNDING = {
  rounding: RATIO_ROUNDING,
  thresholds: { onTrack, atRisk, tolerance: ratioText(ROUNDED_AWAY) },
};
