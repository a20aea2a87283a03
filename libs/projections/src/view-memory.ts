import { setImmediate } from 'node:timers/promises';
import type { Entry, Event, View } from '@pm/kernel';
import { repairsIn } from './checkpoint.js';
import { Children, type Documents, withChildren } from './children.js';
import { restate } from './restate.js';
import { added, type Graph, storedAs } from './graph.js';
import { Statements } from './statements.js';
import type { Generation, KeptEntry, Moment, StoredDocument, ViewStore } from './view-store.js';

const STATEMENTS_AT_ONCE = 5000;
const RECENT_MAX = 3;

/**
 * A view with history, held in memory by whoever reads it often: the documents as they are now, and every statement, so
 * that neither reading now nor reading as of any moment touches the store. It follows the view's checkpoint at each
 * read, by what was stated since.
 */
export class ViewMemory<Doc extends object, E extends Event, Sum extends object> {
  private generation: Generation | undefined;
  private checkpoint: string | undefined;
  private documents = new Map<string, StoredDocument<Doc, Sum>>();
  private children: Children<Doc, Sum>;
  private current: Documents<Doc, Sum> | undefined;
  private statements: Statements<Doc, Sum>;
  /** By moment, those asked for last: whoever pages through one, or draws it by parts, asks for it again. */
  private readonly recent = new Map<string, Documents<Doc, Sum>>();
  private following: Promise<void> = Promise.resolve();

  /** @param above what a document is looked for under */
  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: ViewStore,
    private readonly above: (doc: Doc) => readonly string[] = (doc) => view.rollup!.above(doc),
  ) {
    this.statements = this.nothingStated();
    this.children = new Children(above);
  }

  /** Every document as it is now, until the next is read: the same object as long as none changes. */
  async now(generation: Generation): Promise<Documents<Doc, Sum>> {
    await this.follow(generation);
    return (this.current ??= this.living());
  }

  private living(): Documents<Doc, Sum> {
    const { documents, children } = this;
    return {
      get: (id) => documents.get(id),
      values: () => documents.values(),
      below: (id) => Array.from(children.of(id), (child) => documents.get(child)!),
    };
  }

  /** Every document as it was known and true at a moment, to go on from there by what was stated afterwards. */
  async asOf(generation: Generation, moment: Moment): Promise<Map<string, StoredDocument<Doc, Sum>>> {
    await this.follow(generation);
    return this.at(moment);
  }

  /** As {@link asOf}, to show: without the sides that do not matter while another one stands. */
  async shownAt(generation: Generation, moment: Moment): Promise<Documents<Doc, Sum>> {
    await this.follow(generation);
    const key = JSON.stringify([moment.knownAt, moment.validAt]);
    const shown = this.recent.get(key) ?? this.shown(moment);
    this.recent.delete(key);
    this.recent.set(key, shown);
    if (this.recent.size > RECENT_MAX) this.recent.delete(this.recent.keys().next().value!);
    return shown;
  }

  private shown(moment: Moment): Documents<Doc, Sum> {
    const { statements } = this;
    const numbered = this.summed(statements.shownAt(moment), moment);
    const documents = numbered.filter((document) => document !== undefined);
    const get = (id: string) => numbered[statements.nodeOf(id) ?? -1];
    return withChildren({ get, values: () => documents }, this.above);
  }

  private at(moment: Moment): Map<string, StoredDocument<Doc, Sum>> {
    const documents = new Map<string, StoredDocument<Doc, Sum>>();
    for (const document of this.summed(this.statements.at(moment), moment))
      if (document) documents.set(document.id, document);
    return documents;
  }

  /** The documents of a graph with their sums, by number; undefined where nothing was there yet. */
  private summed(graph: Graph<Doc, Sum>, moment: Moment): (StoredDocument<Doc, Sum> | undefined)[] {
    const placed = (id: string) => this.statements.placedAt(id, moment);
    const { nodes, sums } = added(this.view.rollup!, graph, placed);
    return nodes.map(({ own }, node) =>
      own || sums[node] ? storedAs(graph.ids[node]!, own, sums[node]) : undefined,
    );
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
    if (generation.revision !== this.generation?.revision || isOtherwise(this.checkpoint ?? '', to ?? '')) {
      this.generation = generation;
      this.checkpoint = undefined;
      this.documents = new Map();
      this.children = new Children(this.above);
      this.current = undefined;
      this.recent.clear();
      this.statements = this.nothingStated();
    }
    if (to === undefined || to === this.checkpoint) return;
    this.recent.clear();
    this.current = undefined;
    if (this.checkpoint === undefined) await this.load(generation, to);
    else {
      const entries = await this.entries(generation, this.checkpoint, to);
      entries.forEach((entry) => this.statements.add(entry));
      const changed = await restate(this.view, this.documents, entries.map(withoutItsEvent));
      for (const { before, after } of changed) {
        this.children.remove(before);
        this.children.add(after);
      }
    }
    this.checkpoint = to;
  }

  /** In steps, so that nobody else waits for the whole of a long log. */
  private async load(generation: Generation, to: string): Promise<void> {
    const statements = this.nothingStated();
    let after: string | undefined;
    do {
      const step = await this.store.positionAfter(generation, after, STATEMENTS_AT_ONCE);
      const upTo = step === undefined || step > to ? to : step;
      for (const entry of await this.entries(generation, after, upTo)) statements.add(entry);
      after = upTo;
      await setImmediate();
    } while (after < to);
    this.statements = statements;
    this.documents = this.at({});
    this.children = new Children(this.above, this.documents.values());
  }

  private entries(generation: Generation, after = '', upTo: string): Promise<readonly KeptEntry[]> {
    return this.store.entriesBetween(generation, { knownAt: after }, { knownAt: upTo });
  }

  private nothingStated(): Statements<Doc, Sum> {
    return new Statements<Doc, Sum>(this.view.rollup!, this.view.history!.isRival);
  }
}

/** Whether what was read up to one checkpoint may stand no more at another: built anew, or repaired before it. */
const isOtherwise = (read: string, now: string): boolean => now < read || repairsIn(now) !== repairsIn(read);

const withoutItsEvent = ({ id, facet, from, value }: KeptEntry): Entry => ({ id, facet, from, value });
