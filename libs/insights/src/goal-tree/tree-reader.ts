import type { EventStore, Moments } from '@pm/eventing';
import {
  type Among,
  type Documents,
  withChildren,
  FreshViews,
  type Freshness,
  type Generation,
  type Moment,
  positionIn,
  type ShownNow,
  type StoredDocument,
  ViewMemory,
  type ViewStore,
} from '@pm/projections';
import type { TreeDocument, TreeSum } from './goal-documents.state.js';
import type { TreeStored } from './goal-row.js';
import { goalTree, type TreeEvent } from './goal-tree.view.js';

export type AsOf = Moments;

export const isNow = ({ asOf, asKnownAt }: AsOf): boolean => !asOf && !asKnownAt;

/** Every document of the tree by id, sums included; not to be changed. */
export type TreeDocuments = Documents<TreeDocument, TreeSum>;

/** What a document is shown under: what it adds up to, and the goal that a KPI tells of. */
export function shownUnder(doc: TreeDocument): readonly string[] {
  const goalId = doc.kpi?.value?.goalId;
  return goalId === undefined ? goalTree.rollup!.above(doc) : [...goalTree.rollup!.above(doc), goalId];
}

/** What a slice of values comes to, its KPI tells. */
const SHOWN: Among<TreeDocument> = {
  field: 'node',
  values: ['goal', 'kpi'],
  besideBy: 'of',
};

/** The tree at a moment, and where to read more of it. */
export interface PinnedTree {
  readonly generation: Generation;
  readonly moment: Moment;
  readonly documents: TreeDocuments;
}

/** Reads the documents of the whole tree, now or as of any moment. */
export class TreeReader {
  private readonly memory: ViewMemory<TreeDocument, TreeEvent, TreeSum>;

  constructor(
    private readonly events: EventStore,
    private readonly fresh: FreshViews,
    private readonly views: ViewStore,
    recentMs?: number,
  ) {
    this.memory = new ViewMemory(goalTree, views, { above: shownUnder, among: SHOWN, recentMs });
  }

  generation(freshness: Freshness = {}): Promise<Generation> {
    return this.fresh.generation(goalTree.name, freshness);
  }

  /** To show. */
  async documents(at: AsOf, freshness: Freshness = {}): Promise<TreeDocuments> {
    return (await this.shown(at, freshness)).documents;
  }

  /** To show, with the position up to which that is now; undefined of any other moment. */
  async shown(at: AsOf, freshness: Freshness = {}): Promise<ShownNow<TreeDocument, TreeSum>> {
    const generation = await this.generation(freshness);
    if (isNow(at)) return this.memory.now(generation, freshness.after);
    const moment = await this.moment(at);
    if (!moment) return { documents: withChildren(new Map(), shownUnder) };
    return { documents: await this.memory.shownAt(generation, moment) };
  }

  /**
   * To show, with the moment pinned to what is in the view by now: whoever reads on at it reads of the same.
   *
   * @returns undefined for a moment before anything was known
   */
  async pinned(at: AsOf, freshness: Freshness = {}): Promise<PinnedTree | undefined> {
    const generation = await this.generation(freshness);
    const [asked, checkpoint] = [await this.moment(at), await this.views.checkpoint(generation)];
    if (!asked || checkpoint === undefined) return undefined;
    const reached = positionIn(checkpoint);
    const knownAt = asked.knownAt !== undefined && asked.knownAt < reached ? asked.knownAt : reached;
    const moment = { ...asked, knownAt };
    return { generation, moment, documents: await this.memory.shownAt(generation, moment) };
  }

  /** Some documents as of a pinned moment, each side with the event that states it. */
  statedIn({ generation, moment }: PinnedTree, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    return this.views.asOf(generation, moment, ids);
  }

  /** A document as an event of this position left it; nothing where there was none yet. */
  leftAt({ generation }: PinnedTree, position: string, id: string): Promise<readonly TreeStored[]> {
    return this.views.asOf(generation, { knownAt: position }, [id]) as Promise<readonly TreeStored[]>;
  }

  /** To go on from by what was stated afterwards; the caller's own. */
  async replayable(at: AsOf): Promise<Map<string, TreeStored>> {
    const generation = await this.generation();
    const moment = await this.moment(at);
    return moment ? this.memory.asOf(generation, moment) : new Map();
  }

  /** @returns undefined for a moment before anything was known */
  async moment({ asOf, asKnownAt }: AsOf): Promise<Moment | undefined> {
    if (!asKnownAt) return { validAt: asOf };
    const knownAt = await this.events.positionAt(asKnownAt);
    return knownAt === undefined ? undefined : { knownAt, validAt: asOf };
  }
}
