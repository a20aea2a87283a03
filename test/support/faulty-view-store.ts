import {
  type DocumentPage,
  type Generation,
  type KeptEntry,
  type ListQuery,
  type Moment,
  type ParkedEvent,
  type ParkedRequest,
  type StoredDocument,
  type ViewCommit,
  ViewStore,
} from '@pm/projections';

/** What happens to a commit: it fails at one of its writes, counted as a part of all, or its answer is lost. */
export type Fault = { readonly write: number } | 'answer lost';

/** What the fault itself throws; anything else is a defect. */
export class Torn extends Error {
  constructor() {
    super('torn');
    this.name = 'Torn';
  }
}

/** A view store with faults injected into its next commits, and hooks to see a moment before they happen. */
export class FaultyViewStore extends ViewStore {
  /** One for each of the next commits. */
  readonly faults: Fault[] = [];
  /** Runs once, before the next commit. */
  beforeCommit: (() => Promise<void>) | undefined;
  /** Makes the next activation fail. */
  failActivation = false;
  /** Makes the next reading of documents fail. */
  failLoad = false;

  constructor(readonly store: ViewStore) {
    super();
  }

  async commit(commit: ViewCommit): Promise<void> {
    const before = this.beforeCommit;
    this.beforeCommit = undefined;
    await before?.();
    const fault = this.faults.shift();
    await this.store.commit(typeof fault === 'object' ? torn(commit, fault.write) : commit);
    if (fault !== undefined) throw new Torn();
  }

  async activate(generation: Generation): Promise<void> {
    if (this.failActivation) {
      this.failActivation = false;
      throw new Torn();
    }
    await this.store.activate(generation);
  }

  prepare(generation: Generation): Promise<void> {
    return this.store.prepare(generation);
  }

  checkpoint(generation: Generation): Promise<string | undefined> {
    return this.store.checkpoint(generation);
  }

  async load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    if (this.failLoad) {
      this.failLoad = false;
      throw new Torn();
    }
    return this.store.load(generation, ids);
  }

  active(view: string): Promise<Generation | undefined> {
    return this.store.active(view);
  }

  drop(generation: Generation): Promise<void> {
    return this.store.drop(generation);
  }

  generations(): Promise<readonly Generation[]> {
    return this.store.generations();
  }

  list(generation: Generation, query: ListQuery): Promise<DocumentPage> {
    return this.store.list(generation, query);
  }

  asOf(generation: Generation, moment: Moment, ids?: readonly string[]): Promise<readonly StoredDocument[]> {
    return this.store.asOf(generation, moment, ids);
  }

  positionAfter(
    generation: Generation,
    after: string | undefined,
    statements: number,
  ): Promise<string | undefined> {
    return this.store.positionAfter(generation, after, statements);
  }

  entriesBetween(generation: Generation, earlier: Moment, later: Moment): Promise<readonly KeptEntry[]> {
    return this.store.entriesBetween(generation, earlier, later);
  }

  parked(generation: Generation): Promise<readonly ParkedEvent[]> {
    return this.store.parked(generation);
  }

  ask(generation: Generation, position: string, request: ParkedRequest): Promise<boolean> {
    return this.store.ask(generation, position, request);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

/** The same commit, with one document that cannot be written. */
function torn(commit: ViewCommit, part: number): ViewCommit {
  const documents = [...commit.documents];
  const at = Math.min(Math.floor(part * documents.length), documents.length - 1);
  const unwritable = {
    toJSON: () => {
      throw new Torn();
    },
  };
  if (documents.length === 0) throw new Torn();
  return { ...commit, documents: documents.with(at, { id: documents[at]!.id, own: unwritable }) };
}
