import type { EventStore } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import {
  FreshViews,
  type Freshness,
  type Generation,
  type Moment,
  PAGE_DOCUMENTS_MAX,
  rolledUp,
  type ViewStore,
} from '@pm/projections';
import type { TreeStored } from './goal-row.js';
import { goalTree } from './goal-tree.view.js';

/** A pair of times, inclusive: what was true at `asOf`, as known at `asKnownAt`. Now and the head where absent. */
export interface AsOf {
  readonly asOf?: Instant;
  readonly asKnownAt?: Instant;
}

export type TreeDocuments = Map<string, TreeStored>;

/** Reads the documents of the whole tree, now or as of any moment. */
export class TreeReader {
  constructor(
    private readonly events: EventStore,
    private readonly fresh: FreshViews,
    private readonly views: ViewStore,
  ) {}

  generation(freshness: Freshness = {}): Promise<Generation> {
    return this.fresh.generation(goalTree.name, freshness);
  }

  /** @returns every document by id, sums included */
  async documents(at: AsOf, freshness: Freshness = {}): Promise<TreeDocuments> {
    const generation = await this.generation(freshness);
    if (!at.asOf && !at.asKnownAt) return this.now(generation);
    const moment = await this.moment(at);
    if (!moment) return new Map();
    const documents = await this.views.asOf(generation, moment);
    return rolledUp(goalTree.rollup!, documents as TreeStored[]);
  }

  /** @returns undefined for a moment before anything was known */
  async moment({ asOf, asKnownAt }: AsOf): Promise<Moment | undefined> {
    if (!asKnownAt) return { validAt: asOf };
    const knownAt = await this.events.positionAt(asKnownAt);
    return knownAt === undefined ? undefined : { knownAt, validAt: asOf };
  }

  private async now(generation: Generation): Promise<TreeDocuments> {
    const documents: TreeDocuments = new Map();
    let cursor: string | undefined;
    do {
      const page = await this.views.list(generation, { limit: PAGE_DOCUMENTS_MAX, cursor });
      for (const document of page.documents as TreeStored[]) documents.set(document.id, document);
      cursor = page.next;
    } while (cursor);
    return documents;
  }
}
