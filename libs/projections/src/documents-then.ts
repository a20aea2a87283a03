import { setImmediate } from 'node:timers/promises';
import type { Event, View } from '@pm/kernel';
import { type Documents, withChildren } from './children.js';
import type { Held } from './follower.js';
import type { Looking } from './documents-now.js';
import { Adder, type Graph, storedAs, type Summed } from './graph.js';
import { Statements } from './statements.js';
import type { Generation, KeptEntry, Moment, StoredDocument, ViewStore } from './view-store.js';

const STATEMENTS_AT_ONCE = 5000;

/** Every statement of a view in memory, for its documents as of any moment. */
export class DocumentsThen<Doc extends object, E extends Event, Sum extends object> implements Held {
  private statements: Statements<Doc>;
  /** As of the moment asked for last: whoever pages through it, or draws it by parts, asks for it again. */
  private last: { readonly key: string; readonly documents: Documents<Doc, Sum> } | undefined;
  private readonly adder: Adder<Doc, Sum>;

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: Pick<ViewStore, 'entriesBetween' | 'positionAfter'>,
    private readonly looking: Looking<Doc>,
  ) {
    this.statements = this.nothingStated();
    this.adder = new Adder<Doc, Sum>(view.rollup!);
  }

  /** The documents as they stood, without the sides that do not matter while another one stands; not to be changed. */
  shownAt(moment: Moment): Documents<Doc, Sum> {
    const key = JSON.stringify([moment.knownAt, moment.validAt]);
    if (this.last?.key === key) return this.last.documents;
    // Let go first: what is still held while much else is made grows old, and costs more to be rid of.
    this.last = undefined;
    this.last = { key, documents: this.shown(moment) };
    return this.last.documents;
  }

  /** The documents as they stood; the caller's own. */
  at(moment: Moment): Map<string, StoredDocument<Doc, Sum>> {
    const documents = new Map<string, StoredDocument<Doc, Sum>>();
    const graph = this.statements.at(moment);
    const { owns, sums } = this.summed(graph, moment);
    for (const [node, id] of graph.ids.entries())
      if (owns[node] || sums[node]) documents.set(id, storedAs(id, owns[node], sums[node]));
    return documents;
  }

  forget(): void {
    this.last = undefined;
    this.statements = this.nothingStated();
  }

  /** In steps, so that nobody else waits for the whole of a long log. */
  async read(generation: Generation, to: string): Promise<void> {
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
  }

  async goOn(generation: Generation, from: string, to: string): Promise<void> {
    this.last = undefined;
    for (const entry of await this.entries(generation, from, to)) this.statements.add(entry);
  }

  private shown(moment: Moment): Documents<Doc, Sum> {
    const { statements, looking } = this;
    const graph = statements.shownAt(moment);
    const { owns, sums } = this.summed(graph, moment);
    const numbered: (StoredDocument<Doc, Sum> | undefined)[] = owns.map(() => undefined);
    const documents: StoredDocument<Doc, Sum>[] = [];
    const show = (node: number): void => {
      const own = owns[node];
      if (!own && !sums[node]) return;
      documents.push((numbered[node] = storedAs(graph.ids[node]!, own, sums[node])));
    };
    statements.shownById().forEach(show);
    const get = (id: string) => numbered[statements.nodeOf(id) ?? -1];
    return withChildren({ get, values: () => documents }, looking.above);
  }

  private summed(graph: Graph<Doc>, moment: Moment): Summed<Doc, Sum> {
    return this.adder.added(graph, (id) => this.statements.placedAt(id, moment));
  }

  private entries(generation: Generation, after = '', upTo: string): Promise<readonly KeptEntry[]> {
    return this.store.entriesBetween(generation, { knownAt: after }, { knownAt: upTo });
  }

  private nothingStated(): Statements<Doc> {
    const { rollup } = this.view;
    const links = {
      above: (doc: Doc) => rollup!.above(doc),
      placedBy: rollup!.placedBy,
      besideBy: this.looking.among?.besideBy,
    };
    return new Statements<Doc>(links, this.view.history!.isRival);
  }
}
