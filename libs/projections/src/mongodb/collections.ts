import type { Collection, Db } from 'mongodb';
import type { DocumentRow } from './document-form.js';
import type { EntryRow } from './entry-form.js';
import type { ParkedRow } from './parked-form.js';

/** A generation as it was prepared. */
export interface GenerationRow {
  /** `<view>@<revision>`. */
  readonly _id: string;
  readonly view: string;
  readonly revision: number;
  readonly indexes: readonly string[];
  /**
   * `<view>__r<revision>__<id>`, the collection of its documents. Dropped and prepared again it has another one: a runner
   * that slept through that wakes up where nobody looks.
   */
  readonly place: string;
  readonly checkpoint: string | null;
}

/** What readers see of a view: one document, so that they are switched at once. */
export interface AliasRow {
  /** The view. */
  readonly _id: string;
  readonly revision: number;
  readonly indexes: readonly string[];
  readonly place: string;
}

/** A share of what a commit writes. */
export interface CommitPart {
  readonly documents: readonly DocumentRow[];
  readonly entries: readonly EntryRow[];
  readonly parked: readonly ParkedRow[];
}

/** The last commit into a place: once this is stored, it happened. The share that it holds is the last one. */
export interface CommitRow extends Partial<CommitPart> {
  /** The place. */
  readonly _id: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Names the parts stored before it, and how many these are. */
  readonly parts?: { readonly by: string; readonly count: number };
}

/** A part that was stored before its commit, which was too large for one document. */
export interface PartRow extends CommitPart {
  readonly place: string;
  readonly to: string;
  readonly by: string;
}

/** Where everything is kept in the database of views. */
export class Collections {
  constructor(private readonly connection: { readonly db: Db }) {}

  get generations(): Collection<GenerationRow> {
    return this.connection.db.collection('generations');
  }

  get aliases(): Collection<AliasRow> {
    return this.connection.db.collection('aliases');
  }

  get commits(): Collection<CommitRow> {
    return this.connection.db.collection('commits');
  }

  get parts(): Collection<PartRow> {
    return this.connection.db.collection('commit_parts');
  }

  documents(place: string): Collection<DocumentRow> {
    return this.connection.db.collection(place);
  }

  entries(place: string): Collection<EntryRow> {
    return this.connection.db.collection(`${place}__entries`);
  }

  parked(place: string): Collection<ParkedRow> {
    return this.connection.db.collection(`${place}__parked`);
  }

  async createIndexes({ place, indexes }: GenerationRow): Promise<void> {
    const ofLists = indexes.map((field) => ({ key: { [`i.${field}`]: 1, _id: 1 } }));
    if (ofLists.length > 0) await this.documents(place).createIndexes(ofLists);
    await this.entries(place).createIndexes([
      { key: { id: 1, facet: 1, from: 1, position: 1 }, unique: true },
      { key: { position: 1, id: 1, facet: 1 } },
    ]);
  }

  /** Every place of a view that holds anything, whether a generation is there or not. */
  async placesOf(view: string): Promise<Set<string>> {
    const collections = await this.connection.db.listCollections({}, { nameOnly: true }).toArray();
    const ofView = collections.map(({ name }) => name).filter((name) => name.startsWith(`${view}__r`));
    return new Set(ofView.map((name) => name.replace(/__(entries|parked)$/, '')));
  }

  /** Removes all that a place holds. */
  async clear(place: string): Promise<void> {
    await this.commits.deleteOne({ _id: place });
    await this.parts.deleteMany({ place });
    await this.documents(place).drop();
    await this.entries(place).drop();
    await this.parked(place).drop();
  }
}
