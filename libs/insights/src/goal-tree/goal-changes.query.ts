import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader, Sight } from '@pm/access';
import { LimitExceeded } from '@pm/eventing';
import { neverValid } from '@pm/kernel';
import { boundsOf, type Freshness, type KeptEntry, type Moment, restate, ViewStore } from '@pm/projections';
import { GoalSights, HistorySight, type HistoryStep, type Link } from '../goal-sight/index.js';
import { type ToldEvent, ToldEvents } from '../told-event.js';
import type { TreeDocument } from './goal-documents.state.js';
import { effectOf, type GoalEffect } from './goal-effect.js';
import type { TreeStored } from './goal-row.js';
import { goalTree } from './goal-tree.view.js';
import { type AsOf, TreeReader } from './tree-reader.js';

export interface ChangesRequest {
  /** From nothing at all where absent. */
  readonly since?: AsOf;
  readonly until: AsOf;
  /** Only what concerns this goal: its own terms and life, and what changed its progress. */
  readonly goalId?: string;
}

/** One event that makes the difference between two moments. */
export interface GoalChange extends ToldEvent {
  readonly effects: readonly GoalEffect[];
}

/** The goals that changes tell of, each once. */
export const goalsTold = (changes: readonly GoalChange[]): readonly string[] => [
  ...new Set(changes.flatMap(({ effects }) => effects.map(({ goalId }) => goalId))),
];

/** What changed between two moments, event by event, with each one's effect on the progress of goals. */
export class ReadGoalChanges extends Query<readonly GoalChange[]> {
  constructor(
    readonly by: Reader,
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
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  /** @throws Rejection 'moments-reversed', GoalHidden, LimitExceeded */
  async execute({ by, request, freshness }: ReadGoalChanges): Promise<readonly GoalChange[]> {
    const { since, until, goalId } = request;
    const [earlier, later] = [since && (await this.reader.moment(since)), await this.reader.moment(until)];
    if (!later) return [];
    checkOrder(earlier, later);
    const generation = await this.reader.generation(freshness);
    const all = await this.views.entriesBetween(generation, earlier ?? NOTHING, later);
    const documents = since ? await this.reader.replayable(since) : new Map<string, TreeStored>();
    const links = linksIn(all, documents);
    const entries = concerning(goalId, all, links);
    if (entries.length > STATEMENTS_MAX)
      throw new LimitExceeded('a comparison (name a goal, or since when)', STATEMENTS_MAX, 'statements');
    const began = [...documents.values()];
    const steps = await stepsOf(entries, documents);
    const history = { began, steps, until, documents: await this.reader.documents(until, freshness), links };
    const sight = await HistorySight.of(this.sights, by, history);
    if (goalId !== undefined) sight.refuseHidden(goalId);
    const changes: GoalChange[] = [];
    for (const step of steps) {
      const told = sight.told(step);
      const effects = told.effects.filter((effect) => !goalId || effect.goalId === goalId);
      if (effects.length > 0 && told.event !== 'none')
        changes.push({ ...(await this.eventOf(step.stated[0]!, told.event)), effects });
    }
    return changes;
  }

  private async eventOf({ by }: KeptEntry, sight: Sight): Promise<ToldEvent> {
    const { reason, ...event } = await this.told.of(by);
    return sight === 'full' ? { ...event, reason } : event;
  }
}

/** Event by event. @param documents changed in place */
async function stepsOf(
  entries: readonly KeptEntry[],
  documents: Map<string, TreeStored>,
): Promise<HistoryStep[]> {
  const steps: HistoryStep[] = [];
  for (const stated of Map.groupBy(entries, ({ by }) => by).values()) {
    const changed = await restate(goalTree, documents, stated);
    const effects = changed.flatMap(({ before, after }) => effectOf(before, after, stated) ?? []);
    steps.push({ stated, effects, left: changed.map(({ after: { id, own } }) => ({ id, own })) });
  }
  return steps;
}

/** Before everything. */
const NOTHING: Moment = { knownAt: '' };

/** Everything that ever stood below something, at the beginning and since. */
function linksIn(entries: readonly KeptEntry[], documents: ReadonlyMap<string, TreeStored>): Link[] {
  return [
    ...[...documents.values()].flatMap(({ id, own }) =>
      own ? goalTree.rollup!.above(own).map((to) => ({ id, to })) : [],
    ),
    ...entries.flatMap((entry) => aboveIn(entry).map((to) => ({ id: entry.id, to }))),
  ];
}

/** Statements about a goal and all that ever stood below it: nothing else changes its progress. All, where none is named. */
function concerning(
  goalId: string | undefined,
  entries: readonly KeptEntry[],
  links: readonly Link[],
): readonly KeptEntry[] {
  if (goalId === undefined) return entries;
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
