import { setImmediate } from 'node:timers/promises';
import { type Event, Recent, type View } from '@pm/kernel';
import { type Documents, withChildren } from './children.js';
import type { Held } from './follower.js';
import type { Looking } from './documents-now.js';
import { added, type Graph, storedAs, type Summed } from './graph.js';
import { Statements } from './statements.js';
import type { Generation, KeptEntry, Moment, StoredDocument, ViewStore } from './view-store.js';

const STATEMENTS_AT_ONCE = 5000;
const RECENT_LEAST = 2;

/** Every statement of a view in memory, for its documents as of any moment. */
export class DocumentsThen<Doc extends object, E extends Event, Sum extends object> implements Held {
  private statements: Statements<Doc, Sum>;
  /** By moment, those asked for last: whoever pages through one, or draws it by parts, asks for it again. */
  private readonly recent = new Recent<string, Documents<Doc, Sum>>(RECENT_LEAST);

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: Pick<ViewStore, 'entriesBetween' | 'positionAfter'>,
    private readonly looking: Looking<Doc>,
  ) {
    this.statements = this.nothingStated();
  }

  /** The documents as they stood, without the sides that do not matter while another one stands; not to be changed. */
  shownAt(moment: Moment): Documents<Doc, Sum> {
    const key = JSON.stringify([moment.knownAt, moment.validAt]);
    const shown = this.recent.get(key) ?? this.shown(moment);
    this.recent.set(key, shown);
    return shown;
  }

  /** The documents as they stood; the caller's own. */
  at(moment: Moment): Map<string, StoredDocument<Doc, Sum>> {
    const documents = new Map<string, StoredDocument<Doc, Sum>>();
    const graph = this.statements.at(moment);
    const { nodes, sums } = this.summed(graph, moment);
    for (const [node, id] of graph.ids.entries()) {
      const { own } = nodes[node]!;
      if (own || sums[node]) documents.set(id, storedAs(id, own, sums[node]));
    }
    return documents;
  }

  forget(): void {
    this.recent.clear();
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
    this.recent.clear();
    for (const entry of await this.entries(generation, from, to)) this.statements.add(entry);
  }

  private shown(moment: Moment): Documents<Doc, Sum> {
    const { statements, looking } = this;
    const graph = statements.shownAt(moment);
    const { nodes, sums } = this.summed(graph, moment);
    const numbered = Array.from<StoredDocument<Doc, Sum> | undefined>({ length: nodes.length });
    const documents: StoredDocument<Doc, Sum>[] = [];
    for (const node of statements.nodesById()) {
      const { own } = nodes[node]!;
      if (own ? looking.among?.holds(own) === false : !sums[node]) continue;
      const document = storedAs(graph.ids[node]!, own, sums[node]);
      numbered[node] = document;
      documents.push(document);
    }
    const get = (id: string) => numbered[statements.nodeOf(id) ?? -1];
    return withChildren({ get, values: () => documents }, looking.above);
  }

  private summed(graph: Graph<Doc, Sum>, moment: Moment): Summed<Doc, Sum> {
    return added(this.view.rollup!, graph, (id) => this.statements.placedAt(id, moment));
  }

  private entries(generation: Generation, after = '', upTo: string): Promise<readonly KeptEntry[]> {
    return this.store.entriesBetween(generation, { knownAt: after }, { knownAt: upTo });
  }

  private nothingStated(): Statements<Doc, Sum> {
    return new Statements<Doc, Sum>(this.view.rollup!, this.view.history!.isRival);
  }
}
