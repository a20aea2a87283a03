import type { Event, Recorded, View } from '@pm/kernel';
import type { Generation, StoredDocument, ViewStore } from './view-store.js';

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/**
 * The documents that a run of events touches: as committed before, and as they stand now. Holds each document once,
 * however many events touch it.
 */
export class Batch<Doc extends object, E extends Event, Sum extends object> {
  private readonly before = new Map<string, Stored<Doc, Sum>>();
  private readonly current = new Map<string, Stored<Doc, Sum>>();

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: ViewStore,
    private readonly generation: Generation,
    private readonly cache: Map<string, Stored<Doc, Sum>>,
  ) {}

  /** How many documents it would write. */
  get size(): number {
    return this.current.size;
  }

  /** Folds events, in the order of the log. */
  async fold(events: readonly Recorded<E>[]): Promise<void> {
    const keyed = events.map((event) => ({ event, ids: [this.view.key(event) ?? []].flat() }));
    await this.ensure(keyed.flatMap(({ ids }) => ids));
    for (const { event, ids } of keyed) {
      for (const id of ids) {
        const own = this.view.evolve(this.now(id).own, event, { id, read: (other) => this.peer(ids, other) });
        if (own !== this.now(id).own) this.set({ id, own, sum: this.now(id).sum });
      }
    }
  }

  /** Makes documents known that were not looked at yet. */
  async ensure(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.before.has(id));
    const uncached = missing.filter((id) => !this.cache.has(id));
    const loaded = uncached.length === 0 ? [] : await this.store.load(this.generation, uncached);
    for (const document of loaded) this.cache.set(document.id, document as Stored<Doc, Sum>);
    for (const id of missing) this.before.set(id, this.cache.get(id) ?? { id });
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

  private peer(named: readonly string[], id: string): Doc | undefined {
    if (!named.includes(id)) throw new Error(`${this.view.name} reads ${id}, which its key does not name`);
    return this.now(id).own;
  }
}
