import type { Facet } from '@pm/kernel';
import { compareTexts, listed } from '../listing.js';
import type { ParkedEvent, ParkedRequest } from '../parking.js';
import {
  CheckpointMoved,
  type DocumentPage,
  type Generation,
  generationName,
  type KeptEntry,
  type ListQuery,
  type Moment,
  type StoredDocument,
  type ViewCommit,
  ViewStore,
} from '../view-store.js';

interface Kept {
  readonly generation: Generation;
  readonly documents: Map<string, StoredDocument>;
  /** In the order of the log. */
  readonly entries: KeptEntry[];
  /** By position. */
  readonly parked: Map<string, ParkedEvent>;
  checkpoint?: string;
}

/** Views in memory: for tests and dry runs. */
export class MemoryViewStore extends ViewStore {
  private readonly kept = new Map<string, Kept>();
  private readonly actives = new Map<string, Generation>();

  async prepare(generation: Generation): Promise<void> {
    const name = generationName(generation);
    if (this.kept.has(name)) return;
    this.kept.set(name, { generation, documents: new Map(), entries: [], parked: new Map() });
  }

  async checkpoint(generation: Generation): Promise<string | undefined> {
    return this.kept.get(generationName(generation))?.checkpoint;
  }

  async load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    const { documents } = this.of(generation);
    return structuredClone(ids.flatMap((id) => documents.get(id) ?? []));
  }

  async commit(commit: ViewCommit): Promise<void> {
    const { generation, from, to, documents, entries = [] } = commit;
    const kept = this.of(generation);
    if (kept.checkpoint !== from) throw new CheckpointMoved(generation.view, from, kept.checkpoint);
    const stating = entries.map((entry) => ({ ...entry, value: entry.value ?? null }));
    const added = JSON.parse(JSON.stringify(stating)) as KeptEntry[];
    const changed = documents.map(written);
    park(kept, commit);
    for (const document of changed) {
      if (document.own || document.sum) kept.documents.set(document.id, document);
      else kept.documents.delete(document.id);
    }
    kept.entries.push(...added);
    // What was parked is stated later than its place.
    if (commit.released?.length) kept.entries.sort((a, b) => compareTexts([a.position], [b.position]));
    kept.checkpoint = to;
  }

  async asOf(
    generation: Generation,
    moment: Moment,
    ids?: readonly string[],
  ): Promise<readonly StoredDocument[]> {
    const documents = new Map<string, Record<string, Facet<unknown>>>();
    for (const entry of this.of(generation).entries) {
      const { id, facet, from, value, by } = entry;
      if (!isWithin(entry, moment) || (ids && !ids.includes(id))) continue;
      const own = documents.get(id) ?? {};
      const standing = Object.hasOwn(own, facet) ? own[facet] : undefined;
      // Said again by another event, it is that one's.
      if (!standing || standing.from <= from) documents.set(id, { ...own, [facet]: { from, value, by } });
    }
    return structuredClone([...documents].map(([id, own]) => ({ id, own })));
  }

  async entriesBetween(
    generation: Generation,
    earlier: Moment,
    later: Moment,
  ): Promise<readonly KeptEntry[]> {
    const between = this.of(generation)
      .entries.filter((entry) => isWithin(entry, later) && !isWithin(entry, earlier))
      .sort((a, b) => compareTexts([a.position, a.id, a.facet], [b.position, b.id, b.facet]));
    return structuredClone(between);
  }

  async positionAfter(generation: Generation, after = '', statements: number): Promise<string | undefined> {
    const positions = this.of(generation).entries.map(({ position }) => position);
    return positions.filter((position) => position > after)[statements - 1];
  }

  async activate(generation: Generation): Promise<void> {
    this.actives.set(generation.view, this.of(generation).generation);
  }

  async active(view: string): Promise<Generation | undefined> {
    return this.actives.get(view);
  }

  async drop(generation: Generation): Promise<void> {
    this.kept.delete(generationName(generation));
    if (this.actives.get(generation.view)?.revision === generation.revision)
      this.actives.delete(generation.view);
  }

  async generations(): Promise<readonly Generation[]> {
    return [...this.kept.values()].map(({ generation }) => generation);
  }

  async list(generation: Generation, query: ListQuery): Promise<DocumentPage> {
    return structuredClone(listed(this.of(generation).documents.values(), generation, query));
  }

  async parked(generation: Generation): Promise<readonly ParkedEvent[]> {
    const parked = this.kept.get(generationName(generation))?.parked.values() ?? [];
    return structuredClone([...parked].sort((a, b) => compareTexts([a.position], [b.position])));
  }

  async ask(generation: Generation, position: string, asked: ParkedRequest): Promise<boolean> {
    const { parked } = this.of(generation);
    const event = parked.get(position);
    if (!event || event.skipped) return false;
    parked.set(position, { ...event, asked: { ...asked } });
    return true;
  }

  async close(): Promise<void> {}

  private of(generation: Generation): Kept {
    const kept = this.kept.get(generationName(generation));
    if (!kept) throw new Error(`${generationName(generation)} was not prepared`);
    return kept;
  }
}

function park(kept: Kept, { parked = [], released = [] }: ViewCommit): void {
  for (const event of JSON.parse(JSON.stringify(parked)) as ParkedEvent[])
    kept.parked.set(event.position, event);
  for (const position of released) kept.parked.delete(position);
}

/** Whether a statement was known and true by a moment. */
function isWithin({ position, from }: KeptEntry, { knownAt, validAt }: Moment): boolean {
  return (knownAt === undefined || position <= knownAt) && (validAt === undefined || from <= validAt);
}

/** What is left of a document once it was written as JSON: what every store holds. */
function written({ id, own, sum }: StoredDocument): StoredDocument {
  return JSON.parse(JSON.stringify({ id, own, sum })) as StoredDocument;
}
