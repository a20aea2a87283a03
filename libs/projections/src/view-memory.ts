import type { Event, Facet, Instant, View } from '@pm/kernel';
import { restate } from './restate.js';
import { rolledUp } from './roll-up.js';
import {
  boundsOf,
  type Generation,
  type KeptEntry,
  type Moment,
  type StoredDocument,
  type ViewStore,
} from './view-store.js';

/** One side of one document: every statement about it, in the order of the log. */
type Statements = { readonly from: Instant; readonly position: string; readonly facet: Facet<unknown> }[];

/**
 * A view with history, held in memory by whoever reads it often: the documents as they are now, and every statement, so
 * that neither reading now nor reading as of any moment touches the store. It follows the view's checkpoint at each
 * read, by what was stated since. About 500 bytes a statement.
 */
export class ViewMemory<Doc extends object, E extends Event, Sum extends object> {
  private generation: Generation | undefined;
  private checkpoint: string | undefined;
  private documents = new Map<string, StoredDocument<Doc, Sum>>();
  private statements = new Map<string, Map<string, Statements>>();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: ViewStore,
  ) {}

  /** Every document as it is now, sums included; not to be changed. */
  async now(generation: Generation): Promise<ReadonlyMap<string, StoredDocument<Doc, Sum>>> {
    await this.follow(generation);
    return this.documents;
  }

  /** Every document as it was known and true at a moment, sums added up. */
  async asOf(generation: Generation, moment: Moment): Promise<ReadonlyMap<string, StoredDocument<Doc, Sum>>> {
    await this.follow(generation);
    const documents: StoredDocument<Doc, Sum>[] = [];
    const bounds = boundsOf(moment);
    for (const [id, sides] of this.statements) {
      const own = documentAt(sides, bounds) as Doc | undefined;
      if (own) documents.push({ id, own });
    }
    return rolledUp(this.view.rollup!, documents);
  }

  /** One reader at a time catches up; the others wait for it. */
  private follow(generation: Generation): Promise<void> {
    this.following = this.following.then(
      () => this.catchUp(generation),
      () => this.catchUp(generation),
    );
    return this.following;
  }

  private async catchUp(generation: Generation): Promise<void> {
    const to = await this.store.checkpoint(generation);
    if (generation.revision !== this.generation?.revision || (to ?? '') < (this.checkpoint ?? '')) {
      this.generation = generation;
      this.checkpoint = undefined;
      this.documents = new Map();
      this.statements = new Map();
    }
    if (to === this.checkpoint) return;
    const since = { knownAt: this.checkpoint ?? '' };
    const entries = await this.store.entriesBetween(generation, since, { knownAt: to });
    entries.forEach((entry) => this.add(entry));
    await restate(this.view, this.documents, entries);
    this.checkpoint = to;
  }

  private add({ id, facet, from, value, by, position }: KeptEntry): void {
    let sides = this.statements.get(id);
    if (!sides) this.statements.set(id, (sides = new Map()));
    const statement = { from, position, facet: { from, value, by } };
    const known = sides.get(facet);
    if (known) known.push(statement);
    else sides.set(facet, [statement]);
  }
}

function documentAt(sides: ReadonlyMap<string, Statements>, moment: Required<Moment>): object | undefined {
  let document: Record<string, Facet<unknown>> | undefined;
  for (const [side, statements] of sides) {
    const facet = facetAt(statements, moment);
    if (facet) (document ??= {})[side] = facet;
  }
  return document;
}

/** The latest statement that was known and true by then; of equals the one recorded later. */
function facetAt(statements: Statements, { knownAt, validAt }: Required<Moment>): Facet<unknown> | undefined {
  let standing: Statements[number] | undefined;
  for (const statement of statements) {
    if (statement.position > knownAt) break;
    if (statement.from <= validAt && (!standing || statement.from >= standing.from)) standing = statement;
  }
  return standing?.facet;
}
