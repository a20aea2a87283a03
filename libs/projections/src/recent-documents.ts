import type { StoredDocument } from './view-store.js';

/** Documents by id that need not be loaded again. */
export interface KnownDocuments<Doc, Sum> {
  get(id: string): StoredDocument<Doc, Sum> | undefined;
  set(id: string, document: StoredDocument<Doc, Sum>): void;
}

/** A document grows by little at a time: its size is counted anew at every so many changes. */
const COUNTED_EVERY = 8;

/** Of all that is kept together: texts, numbers and the objects that hold them, each of some hundred bytes in memory at most. */
const VALUES_MAX = 250_000;

interface KeptDocument<Doc, Sum> {
  readonly document: StoredDocument<Doc, Sum>;
  readonly size: number;
  /** Since its size was counted. */
  readonly changes: number;
}

/** The documents that were used last, as many as there is room for: some are a thousand times larger than others. */
export class RecentDocuments<Doc, Sum> implements KnownDocuments<Doc, Sum> {
  private readonly documents = new Map<string, KeptDocument<Doc, Sum>>();
  private size = 0;

  /** @param valuesMax room, in values */
  constructor(private readonly valuesMax = VALUES_MAX) {}

  get(id: string): StoredDocument<Doc, Sum> | undefined {
    const known = this.documents.get(id);
    if (!known) return undefined;
    this.documents.delete(id);
    this.documents.set(id, known);
    return known.document;
  }

  set(id: string, document: StoredDocument<Doc, Sum>): void {
    const before = this.documents.get(id);
    this.forget(id);
    const changes = ((before?.changes ?? -1) + 1) % COUNTED_EVERY;
    const size = before && changes > 0 ? before.size : valuesIn(document);
    this.documents.set(id, { document, size, changes });
    this.size += size;
    while (this.size > this.valuesMax) this.forget(this.documents.keys().next().value!);
  }

  clear(): void {
    this.documents.clear();
    this.size = 0;
  }

  private forget(id: string): void {
    this.size -= this.documents.get(id)?.size ?? 0;
    this.documents.delete(id);
  }
}

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const key in value) count += valuesIn((value as Record<string, unknown>)[key]);
  return count;
}
