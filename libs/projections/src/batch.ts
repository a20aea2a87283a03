import { repeats, stated, type Entry, type Event, type Facets, type Recorded, type View } from '@pm/kernel';
import type { Incoming, Parking } from './parking.js';
import type { KnownDocuments } from './recent-documents.js';
import type { Generation, KeptEntry, StoredDocument, ViewStore } from './view-store.js';

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/**
 * The documents that a run of events touches: as committed before, and as they stand now. Holds each document once,
 * however many events touch it.
 */
export class Batch<Doc extends object, E extends Event, Sum extends object> {
  private readonly before = new Map<string, Stored<Doc, Sum>>();
  private readonly current = new Map<string, Stored<Doc, Sum>>();
  private readonly kept: KeptEntry[] = [];
  private loadFailure: unknown;

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: Pick<ViewStore, 'load'>,
    private readonly generation: Generation,
    private readonly known: KnownDocuments<Doc, Sum>,
  ) {}

  /** How many documents or statements it would write. */
  get size(): number {
    return Math.max(this.current.size, this.kept.length);
  }

  /** Folds events, in the order of the log. Parks those that the view cannot take, and those that wait behind one. */
  async fold(events: readonly Incoming<E>[], parking: Parking): Promise<void> {
    await this.ensure(events.flatMap(({ ids }) => ids));
    for (const incoming of events) {
      if (parking.holds(incoming)) parking.park(incoming);
      else {
        const failure = await this.take(incoming);
        if (failure !== undefined) parking.park(incoming, failure);
      }
    }
  }

  /**
   * Folds an event, wholly or not at all; its documents must be known.
   *
   * @returns why the view cannot take it; undefined where it has
   */
  async take({ event, ids, failure }: Incoming<E>): Promise<unknown> {
    if (!event) return failure;
    const before = ids.map((id) => [id, this.current.get(id)] as const);
    try {
      const entries = this.newEntries(event);
      for (const id of ids) {
        const own = this.view.evolve(this.now(id).own, event, { id, read: (other) => this.peer(ids, other) });
        if (own === this.now(id).own) continue;
        this.set({ id, own: own && (await this.acyclic(id, own)), sum: this.now(id).sum });
      }
      this.keep(entries, event);
      return undefined;
    } catch (error) {
      this.throwIfNotLoaded(error);
      for (const [id, document] of before) {
        if (document) this.current.set(id, document);
        else this.current.delete(id);
      }
      return error;
    }
  }

  /** Tells a store that failed from a view that did. @throws what the store threw, if this is it */
  throwIfNotLoaded(error: unknown): void {
    if (error === this.loadFailure) throw error;
  }

  /** Takes statements over, in their order; a link that closes a cycle with those taken over before is cut. */
  async state(entries: readonly Entry[]): Promise<void> {
    await this.ensure(entries.map(({ id }) => id));
    for (const entry of entries) {
      const { id, own, sum } = this.now(entry.id);
      const next = stated(own, entry);
      if (next !== own) this.set({ id, own: await this.acyclic(id, next), sum });
    }
  }

  /** What the events stated, in the order of the log. */
  entries(): readonly KeptEntry[] {
    return this.kept;
  }

  /** Makes documents known that were not looked at yet. */
  async ensure(ids: readonly string[]): Promise<void> {
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.before.get(id) ?? this.known.get(id);
      if (known) this.before.set(id, known);
      else unknown.push(id);
    }
    if (unknown.length === 0) return;
    const loaded = await this.load(unknown);
    for (const id of unknown) this.before.set(id, { id });
    for (const document of loaded as readonly Stored<Doc, Sum>[]) {
      this.before.set(document.id, document);
      this.known.set(document.id, document);
    }
  }

  private async load(ids: readonly string[]): Promise<readonly StoredDocument[]> {
    try {
      return await this.store.load(this.generation, ids);
    } catch (error) {
      this.loadFailure = error;
      throw error;
    }
  }

  /** As committed before this batch. */
  was(id: string): Stored<Doc, Sum> {
    const document = this.before.get(id);
    if (!document) throw new Error(`${this.view.name} reads ${id}, which it did not name`);
    return document;
  }

  now(id: string): Stored<Doc, Sum> {
    return this.current.get(id) ?? this.was(id);
  }

  set(document: Stored<Doc, Sum>): void {
    this.current.set(document.id, document);
  }

  changedIds(): string[] {
    return [...this.current.keys()];
  }

  changed(): Stored<Doc, Sum>[] {
    return [...this.current.values()];
  }

  /** What an event states that does not stand already. */
  private newEntries(event: Recorded<E>): readonly Entry[] {
    const entries = this.view.history?.entries(event) ?? [];
    return entries.filter(
      (entry) => !repeats((this.now(entry.id).own as Facets | undefined)?.[entry.facet], entry),
    );
  }

  /** A side that was cut is kept as it was cut. */
  private keep(entries: readonly Entry[], { position, stream, revision }: Recorded<E>): void {
    for (const entry of entries) {
      const facet = (this.current.get(entry.id)?.own as Facets | undefined)?.[entry.facet];
      const value = facet?.from === entry.from ? facet.value : entry.value;
      this.kept.push({ ...entry, value, position, by: `${stream}@${revision}` });
    }
  }

  /** The document without new links that would close a cycle. */
  private async acyclic(id: string, own: Doc): Promise<Doc> {
    const { rollup } = this.view;
    if (!rollup?.cut) return own;
    const before = this.now(id).own;
    const known = before ? rollup.above(before) : [];
    let result = own;
    for (const to of rollup.above(own)) {
      if (!known.includes(to) && (await this.leadsTo(to, id))) result = rollup.cut(result, to);
    }
    return result;
  }

  /** Whether going up from one document comes to another. */
  private async leadsTo(start: string, goal: string): Promise<boolean> {
    const seen = new Set<string>();
    let frontier = [start];
    while (frontier.length > 0) {
      if (frontier.includes(goal)) return true;
      await this.ensure(frontier);
      frontier.forEach((id) => seen.add(id));
      const above = frontier.flatMap((id) => {
        const { own } = this.now(id);
        return own ? this.view.rollup!.above(own) : [];
      });
      frontier = [...new Set(above)].filter((id) => !seen.has(id));
    }
    return false;
  }

  private peer(named: readonly string[], id: string): Doc | undefined {
    if (!named.includes(id)) throw new Error(`${this.view.name} reads ${id}, which its key does not name`);
    return this.now(id).own;
  }
}
