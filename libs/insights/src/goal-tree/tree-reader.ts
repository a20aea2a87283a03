import type { EventStore, Moments } from '@pm/eventing';
import {
  FreshViews,
  type Freshness,
  type Generation,
  type Moment,
  ViewMemory,
  type ViewStore,
} from '@pm/projections';
import type { TreeDocument, TreeSum } from './goal-documents.state.js';
import type { TreeStored } from './goal-row.js';
import { goalTree, type TreeEvent } from './goal-tree.view.js';

export type AsOf = Moments;

/** Every document of the tree by id, sums included; not to be changed. */
export type TreeDocuments = ReadonlyMap<string, TreeStored>;

/** Reads the documents of the whole tree, now or as of any moment. */
export class TreeReader {
  private readonly memory: ViewMemory<TreeDocument, TreeEvent, TreeSum>;

  constructor(
    private readonly events: EventStore,
    private readonly fresh: FreshViews,
    views: ViewStore,
  ) {
    this.memory = new ViewMemory(goalTree, views);
  }

  generation(freshness: Freshness = {}): Promise<Generation> {
    return this.fresh.generation(goalTree.name, freshness);
  }

  /** To show. */
  documents(at: AsOf, freshness: Freshness = {}): Promise<TreeDocuments> {
    return this.read(at, freshness, { rivals: false });
  }

  /** To go on from by what was stated afterwards. */
  replayable(at: AsOf): Promise<TreeDocuments> {
    return this.read(at, {}, { rivals: true });
  }

  private async read(at: AsOf, freshness: Freshness, sides: { rivals: boolean }): Promise<TreeDocuments> {
    const generation = await this.generation(freshness);
    if (!at.asOf && !at.asKnownAt) return this.memory.now(generation);
    const moment = await this.moment(at);
    return moment ? this.memory.asOf(generation, moment, sides) : new Map();
  }

  /** @returns undefined for a moment before anything was known */
  async moment({ asOf, asKnownAt }: AsOf): Promise<Moment | undefined> {
    if (!asKnownAt) return { validAt: asOf };
    const knownAt = await this.events.positionAt(asKnownAt);
    return knownAt === undefined ? undefined : { knownAt, validAt: asOf };
  }
}
