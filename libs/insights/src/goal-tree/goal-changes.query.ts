import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { LimitExceeded } from '@pm/eventing';
import { type DecimalText, neverValid, ratioText } from '@pm/kernel';
import { boundsOf, type Freshness, type KeptEntry, type Moment, restate, ViewStore } from '@pm/projections';
import { type ToldEvent, ToldEvents } from '../told-event.js';
import type { TreeDocument } from './goal-documents.state.js';
import type { TreeStored } from './goal-row.js';
import { goalProgress } from './goal-sums.state.js';
import { goalTree } from './goal-tree.view.js';
import { type AsOf, TreeReader } from './tree-reader.js';

export interface ChangesRequest {
  /** From nothing at all where absent. */
  readonly since?: AsOf;
  readonly until: AsOf;
  /** Only what concerns this goal: its own terms and life, and what changed its progress. */
  readonly goalId?: string;
}

/** What one event did to one goal. */
export interface GoalEffect {
  readonly goalId: string;
  /** Sides of the goal that it states anew: terms, phase, parents, owner, result. */
  readonly sides: readonly string[];
  readonly progressBefore?: DecimalText;
  readonly progressAfter?: DecimalText;
}

/** One event that makes the difference between two moments. */
export interface GoalChange extends ToldEvent {
  readonly effects: readonly GoalEffect[];
}

/** What changed between two moments, event by event, with each one's effect on the progress of goals. */
export class ReadGoalChanges extends Query<readonly GoalChange[]> {
  constructor(
    readonly request: ChangesRequest,
    readonly freshness: Freshness = {},
  ) {
    super();
  }
}

const STATEMENTS_MAX = 20_000;

@QueryHandler(ReadGoalChanges)
export class ReadGoalChangesHandler implements IQueryHandler<ReadGoalChanges> {
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(ToldEvents) private readonly told: ToldEvents,
  ) {}

  async execute({ request, freshness }: ReadGoalChanges): Promise<readonly GoalChange[]> {
    const { since, until, goalId } = request;
    const [earlier, later] = [since && (await this.reader.moment(since)), await this.reader.moment(until)];
    if (!later) return [];
    checkOrder(earlier, later);
    const generation = await this.reader.generation(freshness);
    const all = await this.views.entriesBetween(generation, earlier ?? NOTHING, later);
    const documents = since ? await this.reader.replayable(since) : new Map<string, TreeStored>();
    const entries = goalId === undefined ? all : concerning(goalId, all, documents);
    if (entries.length > STATEMENTS_MAX)
      throw new LimitExceeded('a comparison', STATEMENTS_MAX, 'statements');
    const changes: GoalChange[] = [];
    for (const stated of Map.groupBy(entries, ({ by }) => by).values()) {
      const effects = (await this.step(documents, stated)).filter(
        (effect) => !goalId || effect.goalId === goalId,
      );
      if (effects.length > 0) changes.push({ ...(await this.told.of(stated[0]!.by)), effects });
    }
    return changes;
  }

  private async step(
    documents: Map<string, TreeStored>,
    entries: readonly KeptEntry[],
  ): Promise<GoalEffect[]> {
    const changed = await restate(goalTree, documents, entries);
    return changed.flatMap(({ before, after }) => effectOf(before, after, entries) ?? []);
  }
}

/** Before everything. */
const NOTHING: Moment = { knownAt: '' };

/** Statements about a goal and all that ever stood below it: nothing else changes its progress. */
function concerning(
  goalId: string,
  entries: readonly KeptEntry[],
  documents: ReadonlyMap<string, TreeStored>,
): readonly KeptEntry[] {
  const links = [
    ...[...documents.values()].flatMap(({ id, own }) =>
      own ? goalTree.rollup!.above(own).map((to) => ({ id, to })) : [],
    ),
    ...entries.flatMap((entry) => aboveIn(entry).map((to) => ({ id: entry.id, to }))),
  ];
  const below = Map.groupBy(links, ({ to }) => to);
  const found = new Set([goalId]);
  for (const id of found) for (const link of below.get(id) ?? []) found.add(link.id);
  return entries.filter(({ id }) => found.has(id));
}

/** The documents that a statement puts its own below. */
function aboveIn({ facet, from, value }: KeptEntry): readonly string[] {
  const alone = { [facet]: { from, value } } as TreeDocument;
  return value === null ? [] : goalTree.rollup!.above(alone);
}

function checkOrder(earlier: Moment | undefined, later: Moment): void {
  if (!earlier) return;
  const [from, to] = [boundsOf(earlier), boundsOf(later)];
  if (from.knownAt <= to.knownAt && from.validAt <= to.validAt) return;
  throw neverValid('moments-reversed', 'The first moment must not lie after the second, on either time.');
}

function effectOf(
  before: TreeStored,
  after: TreeStored,
  entries: readonly KeptEntry[],
): GoalEffect | undefined {
  if (!after.own?.about) return undefined;
  const sides = entries.filter(({ id }) => id === after.id).map(({ facet }) => facet);
  const [progressBefore, progressAfter] = [progressIn(before), progressIn(after)];
  if (sides.length === 0 && progressBefore === progressAfter) return undefined;
  return { goalId: after.id, sides, progressBefore, progressAfter };
}

function progressIn({ own, sum }: TreeStored): DecimalText | undefined {
  const progress = own?.about && goalProgress(own, sum).progress;
  return progress === undefined ? undefined : ratioText(progress);
}
