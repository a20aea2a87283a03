import { MongoConnection } from '@pm/eventing/mongodb';
import { checkList, pageOf } from '../listing.js';
import type { ParkedEvent, ParkedRequest } from '../parking.js';
import {
  CheckpointMoved,
  type DocumentPage,
  type Generation,
  type KeptEntry,
  type ListQuery,
  type Moment,
  type StoredDocument,
  type ViewCommit,
  ViewStore,
} from '../view-store.js';
import { Collections } from './collections.js';
import { CommitJournal } from './commit-journal.js';
import { CommitTransaction } from './commit-transaction.js';
import { CommitWrites, type StoredCommit } from './commit-writes.js';
import { toRow } from './document-form.js';
import { Documents } from './documents.js';
import { Entries } from './entries.js';
import { toEntryRows } from './entry-form.js';
import { Generations, notPrepared } from './generations.js';
import { Parked } from './parked.js';
import { toParkedRows } from './parked-form.js';

/**
 * Views in a MongoDB database, a collection a generation. On a replica set a commit is one transaction. On a server that
 * stands alone it is done from a journal: until the checkpoint says so readers may see some of its documents, and if the
 * runner dies just then they do until the next one prepares the generation. No runner ever builds on such a half.
 */
export class MongoViewStore extends ViewStore {
  private readonly generationsKept: Generations;
  private readonly documents: Documents;
  private readonly entries: Entries;
  private readonly parkedEvents: Parked;
  private readonly journal: CommitJournal;
  private readonly transaction: CommitTransaction;

  constructor(
    private readonly connection: MongoConnection,
    private readonly collections = new Collections(connection),
    writes = new CommitWrites(collections),
  ) {
    super();
    this.generationsKept = new Generations(collections);
    this.documents = new Documents(collections);
    this.entries = new Entries(collections);
    this.parkedEvents = new Parked(collections);
    this.journal = new CommitJournal(collections, writes);
    this.transaction = new CommitTransaction(connection, writes);
  }

  /**
   * Returns at once, whether a server is there or not.
   *
   * @param url names the database
   */
  static open(url: string, { selectionMsMax }: { selectionMsMax?: number } = {}): MongoViewStore {
    return new MongoViewStore(MongoConnection.open(url, { durable: false, selectionMsMax }));
  }

  prepare(generation: Generation): Promise<void> {
    return this.connection.run(async () =>
      this.journal.recover(await this.generationsKept.prepare(generation)),
    );
  }

  checkpoint(generation: Generation): Promise<string | undefined> {
    return this.connection.run(() => this.generationsKept.checkpoint(generation));
  }

  load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    return this.at(generation, (place) => this.documents.load(place, ids));
  }

  async commit(commit: ViewCommit): Promise<void> {
    const { generation, from = null, to, parked = [], released = [] } = commit;
    const documents = commit.documents.map((document) => toRow(document, generation, to));
    const entries = toEntryRows(commit.entries ?? []);
    const parkedRows = toParkedRows(parked, released, to);
    await this.at(generation, async (place) => {
      const isDone = await this.write({ place, from, to, documents, entries, parked: parkedRows });
      if (!isDone) throw await this.refusal(commit, place);
    });
  }

  activate(generation: Generation): Promise<void> {
    return this.connection.run(() => this.generationsKept.activate(generation));
  }

  active(view: string): Promise<Generation | undefined> {
    return this.connection.run(() => this.generationsKept.active(view));
  }

  drop(generation: Generation): Promise<void> {
    return this.connection.run(() => this.generationsKept.drop(generation));
  }

  generations(): Promise<readonly Generation[]> {
    return this.connection.run(() => this.generationsKept.all());
  }

  async list(generation: Generation, query: ListQuery): Promise<DocumentPage> {
    const cursor = checkList(generation, query);
    const documents = await this.at(generation, (place) => this.documents.list(place, query, cursor));
    return pageOf(documents, query);
  }

  asOf(generation: Generation, moment: Moment, ids?: readonly string[]): Promise<readonly StoredDocument[]> {
    return this.at(generation, (place) => this.entries.asOf(place, moment, ids));
  }

  entriesBetween(generation: Generation, earlier: Moment, later: Moment): Promise<readonly KeptEntry[]> {
    return this.at(generation, (place) => this.entries.between(place, earlier, later));
  }

  positionAfter(
    generation: Generation,
    after: string | undefined,
    statements: number,
  ): Promise<string | undefined> {
    return this.at(generation, (place) => this.entries.positionAfter(place, after, statements));
  }

  parked(generation: Generation): Promise<readonly ParkedEvent[]> {
    return this.connection.run(async () => {
      const place = await this.generationsKept.placeIfAny(generation);
      return place === undefined ? [] : this.parkedEvents.read(place);
    });
  }

  ask(generation: Generation, position: string, request: ParkedRequest): Promise<boolean> {
    return this.at(generation, (place) => this.parkedEvents.ask(place, position, request));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private at<T>(generation: Generation, work: (place: string) => Promise<T>): Promise<T> {
    return this.connection.run(async () => work(await this.generationsKept.place(generation)));
  }

  private async write(commit: StoredCommit): Promise<boolean> {
    const transactions = await this.connection.takesTransactions();
    return transactions ? this.transaction.commit(commit) : this.journal.commit(commit);
  }

  /** Why a commit was not done. */
  private async refusal({ generation, from }: ViewCommit, place: string): Promise<Error> {
    const last = await this.collections.commits.findOne({ _id: place }, { projection: { to: 1 } });
    return last ? new CheckpointMoved(generation.view, from, last.to ?? undefined) : notPrepared(generation);
  }
}
