import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { Answers, LimitExceeded } from '@pm/eventing';
import {
  clamped,
  DEFAULT_STATUS_POLICY,
  type Ratio,
  RATIO_ROUNDING,
  ratioText,
  ROUNDED_AWAY,
  unknown,
} from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { GoalHidden, GoalSights, isHidden, seen, type SeenGoals } from '../goal-sight/index.js';
import type { Day } from '../goal-tree/day.js';
import { goalRow, goalSummary, type GoalRow, type TreeStored } from '../goal-tree/goal-row.js';
import { goalProgress } from '../goal-tree/goal-sums.state.js';
import { dayOf } from '../goal-tree/day.js';
import { type AsOf, type PinnedTree, type TreeDocuments, TreeReader } from '../goal-tree/tree-reader.js';
import { WorstStatus } from '../goal-tree/worst-status.js';
import { ToldEvents } from '../told-event.js';
import { figureMeasure, sliceMeasuring } from './figure-measure.js';
import { figurePart, hiddenPart, isMeantAsPart, isPartOf, leftOutPart, placedUnder } from './figure-parts.js';
import type { GoalFigure } from './goal-figure.js';
import { StatedSides, type TellsWhy } from './stated-sides.js';

/** A goal's figures at a moment, opened: what made them, by which rule, and which event stated each input. */
export class ReadGoalFigure extends Query<GoalFigure> {
  constructor(
    readonly by: Reader,
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
    @Inject(Answers) private readonly answers: Answers,
    @Inject(ToldEvents) private readonly told: ToldEvents,
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  /** @throws Rejection 'goal-unknown', GoalHidden, LimitExceeded */
  async execute({ by, goalId, at, freshness }: ReadGoalFigure): Promise<GoalFigure> {
    const tree = await this.reader.pinned(at, freshness);
    const day = await dayOf(at, this.answers);
    const goal = tree?.documents.get(goalId);
    const all = goal && goalRow(goal, day);
    if (!all) throw unknown('goal-unknown', 'There was no such goal at that time.');
    const placed = placedUnder(tree!.documents, goalId);
    const seenGoals = await this.sights.of(by, at, tree!.documents, [goal, ...placed]);
    const row = seen(seenGoals, goal, new WorstStatus(tree!.documents, day).shown(all));
    if (!row) throw unknown('goal-unknown', 'There was no such goal at that time.');
    if (isHidden(row)) throw new GoalHidden();
    if (placed.length > PLACED_MAX) throw new LimitExceeded('a figure', PLACED_MAX, 'goals below');
    const ids = [goalId, ...placed.map(({ id }) => id), sliceMeasuring(goal) ?? []].flat();
    const tellsWhy = this.tellsWhy(by, at, tree!);
    const stated = new StatedSides(await this.reader.statedIn(tree!, ids), this.told, tellsWhy);
    return figureOf({ goal, row, placed, documents: tree!.documents, day, seenGoals, stated });
  }

  /** As histories do: a reason stays with those who could read the goal as it was left by what it was given for. */
  private tellsWhy(by: Reader, at: AsOf, tree: PinnedTree): TellsWhy {
    return async (id, { position }) => {
      const left = await this.reader.leftAt(tree, position, id);
      const sightThen = await this.sights.ofEvents(by, at, left);
      return left.every((document) => sightThen(document) === 'full');
    };
  }
}

interface Opening {
  readonly goal: TreeStored;
  readonly row: GoalRow;
  /** The goals that stand directly under it. */
  readonly placed: readonly TreeStored[];
  readonly documents: TreeDocuments;
  readonly day: Day;
  readonly seenGoals: SeenGoals;
  readonly stated: StatedSides;
}

async function figureOf({ goal, row, placed, stated, ...tree }: Opening): Promise<GoalFigure> {
  const { id, own, sum } = goal;
  const { goalId, title, progress, progressFrom, rule, coverage, expected, status, policy, reason } = row;
  const computed = goalProgress(own!, sum);
  const isRolled = computed.from === 'children';
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
    suppressed: row.suppressed,
    clamped: row.suppressed ? undefined : clampedText(computed.progress),
    ...ROUNDING,
    day: tree.day.date,
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
    ...(await partsOf(id, placed, { ...tree, stated })),
  };
}

/** What stands under a goal, with what it gives or why it gives nothing; of what the reader may not read, its place. */
async function partsOf(
  id: string,
  placed: Opening['placed'],
  { documents, day, seenGoals, stated }: Pick<Opening, 'documents' | 'day' | 'seenGoals' | 'stated'>,
): Promise<Pick<GoalFigure, 'parts' | 'leftOut'>> {
  const worst = new WorstStatus(documents, day);
  const shown = (part: TreeStored) => {
    const summary = goalSummary(part, day);
    const row = summary && seen(seenGoals, part, worst.shown(summary));
    return row && !isHidden(row) ? row : undefined;
  };
  const counts = (part: TreeStored) => (shown(part) ? isPartOf(part, id) : isMeantAsPart(part, id));
  const [parts, others] = [true, false].map((is) => placed.filter((each) => counts(each) === is));
  const contributing = async (part: TreeStored) => {
    const row = shown(part);
    return row ? figurePart(part, id, { stated, shown: row }) : hiddenPart(part, id);
  };
  const leftOut = async (part: TreeStored) =>
    shown(part) ? leftOutPart(part, id, stated) : hiddenPart(part, id);
  return {
    parts: await Promise.all(parts!.map(contributing)),
    leftOut: await Promise.all(others!.map(leftOut)),
  };
}

const clampedText = (progress: Ratio | undefined) =>
  progress === undefined ? undefined : ratioText(clamped(progress));

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
