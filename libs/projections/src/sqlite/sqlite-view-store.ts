import { type Db, GroupCommit, openDatabase, ReadTurn, type Schema } from '@pm/eventing/sqlite';
import { checkList, pageOf } from '../listing.js';
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
import { DocumentTable, type DocumentWrite } from './document-table.js';
import { EntryTable } from './entry-table.js';
import { giveIndexedFieldsColumns } from './indexed-columns.js';
import { ParkedTable } from './parked-table.js';

/** The tables of generations come and go with these. Some files of version 1 have a table of what is parked already. */
const SCHEMA: Schema = [
  `CREATE TABLE generations (
    name TEXT PRIMARY KEY,
    view TEXT NOT NULL,
    revision INTEGER NOT NULL,
    indexes TEXT NOT NULL,
    checkpoint TEXT,
    active INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS parked (
    generation TEXT NOT NULL,
    position TEXT NOT NULL,
    event TEXT NOT NULL,
    asked TEXT,
    PRIMARY KEY (generation, position)
  ) WITHOUT ROWID`,
  giveIndexedFieldsColumns,
];

interface GenerationRow {
  readonly view: string;
  readonly revision: number;
  readonly indexes: string;
}

/**
 * Views in one SQLite file, a table a generation. Documents and checkpoint are committed together, those of views that
 * commit in one turn as one transaction; a crash may lose the last commits of both alike, and they are projected again.
 */
export class SqliteViewStore extends ViewStore {
  private readonly tables = new Map<string, Tables>();
  private readonly commits: GroupCommit<Work, void>;
  private readonly turn: ReadTurn;
  private readonly parkedTable: ParkedTable;
  private readonly checkpointRow;
  private readonly moveCheckpoint;
  private readonly activeRow;

  private constructor(private readonly db: Db) {
    super();
    this.turn = new ReadTurn(db);
    this.commits = new GroupCommit(db, {
      begins: () => this.turn.end(),
      write: (work: Work) => this.write(work),
      refusals: [CheckpointMoved],
    });
    this.parkedTable = new ParkedTable(db);
    this.checkpointRow = db.prepare<[string], { checkpoint: string | null }>(
      'SELECT checkpoint FROM generations WHERE name = ?',
    );
    this.moveCheckpoint = db.prepare<[string, string, string | null]>(
      'UPDATE generations SET checkpoint = ? WHERE name = ? AND checkpoint IS ?',
    );
    this.activeRow = db.prepare<[string], GenerationRow>(
      'SELECT view, revision, indexes FROM generations WHERE view = ? AND active = 1',
    );
  }

  /** @throws StoreUnavailable */
  static open(file: string, { readonly = false } = {}): SqliteViewStore {
    return new SqliteViewStore(
      openDatabase({ file, readonly, schema: SCHEMA, synchronous: 'NORMAL', pageSize: 4096 }),
    );
  }

  async prepare(generation: Generation): Promise<void> {
    this.turn.end();
    const { view, revision, indexes } = generation;
    const insert = this.db.prepare(
      'INSERT INTO generations (name, view, revision, indexes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.db
      .transaction(() => {
        insert.run(generationName(generation), view, revision, JSON.stringify(indexes));
        DocumentTable.create(this.db, generation);
        EntryTable.create(this.db, generation);
      })
      .immediate();
  }

  async checkpoint(generation: Generation): Promise<string | undefined> {
    this.turn.begin();
    return this.checkpointRow.get(generationName(generation))?.checkpoint ?? undefined;
  }

  async load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    this.turn.begin();
    return this.table(generation).documents.load(ids);
  }

  /** What JSON cannot hold fails its own view, not those that commit in the same turn. */
  async commit(commit: ViewCommit): Promise<void> {
    const rows = this.table(commit.generation).documents.rowsOf(commit.documents);
    await this.commits.add({ commit, rows });
  }

  private write({ commit, rows }: Work): void {
    const { generation, from, to, entries = [], parked = [], released = [] } = commit;
    const name = generationName(generation);
    if (this.moveCheckpoint.run(to, name, from ?? null).changes === 0) {
      const actual = this.checkpointRow.get(name)?.checkpoint ?? undefined;
      throw new CheckpointMoved(generation.view, from, actual);
    }
    const table = this.table(generation);
    table.documents.write(rows);
    table.entries.write(entries);
    this.parkedTable.write(generation, parked, released);
  }

  async activate(generation: Generation): Promise<void> {
    this.turn.end();
    const name = generationName(generation);
    const swap = this.db.prepare(
      'UPDATE generations SET active = (name = @name) WHERE view = @view AND @name IN (SELECT name FROM generations)',
    );
    if (swap.run({ name, view: generation.view }).changes === 0) throw new Error(`${name} was not prepared`);
  }

  async active(view: string): Promise<Generation | undefined> {
    this.turn.begin();
    const row = this.activeRow.get(view);
    return row && toGeneration(row);
  }

  async drop(generation: Generation): Promise<void> {
    this.turn.end();
    const name = generationName(generation);
    this.tables.delete(name);
    this.db
      .transaction(() => {
        this.db.prepare('DELETE FROM generations WHERE name = ?').run(name);
        DocumentTable.drop(this.db, generation);
        EntryTable.drop(this.db, generation);
        this.parkedTable.drop(generation);
      })
      .immediate();
  }

  async generations(): Promise<readonly Generation[]> {
    const rows = this.db
      .prepare<[], GenerationRow>('SELECT view, revision, indexes FROM generations ORDER BY name')
      .all();
    return rows.map(toGeneration);
  }

  async list(generation: Generation, query: ListQuery): Promise<DocumentPage> {
    this.turn.begin();
    const cursor = checkList(generation, query);
    return pageOf(this.table(generation).documents.list(query, cursor), query);
  }

  async asOf(
    generation: Generation,
    moment: Moment,
    ids?: readonly string[],
  ): Promise<readonly StoredDocument[]> {
    return this.table(generation).entries.asOf(moment, ids);
  }

  async entriesBetween(
    generation: Generation,
    earlier: Moment,
    later: Moment,
  ): Promise<readonly KeptEntry[]> {
    return this.table(generation).entries.between(earlier, later);
  }

  async positionAfter(
    generation: Generation,
    after: string | undefined,
    statements: number,
  ): Promise<string | undefined> {
    return this.table(generation).entries.positionAfter(after, statements);
  }

  async parked(generation: Generation): Promise<readonly ParkedEvent[]> {
    return this.parkedTable.read(generation);
  }

  async ask(generation: Generation, position: string, request: ParkedRequest): Promise<boolean> {
    this.turn.end();
    return this.parkedTable.ask(generation, position, request);
  }

  async close(): Promise<void> {
    await this.commits.settled();
    this.db.close();
  }

  private table(generation: Generation): Tables {
    const name = generationName(generation);
    let table = this.tables.get(name);
    if (!table) {
      const documents = new DocumentTable(this.db, generation);
      table = { documents, entries: new EntryTable(this.db, generation) };
      this.tables.set(name, table);
    }
    return table;
  }
}

/** A commit, and its documents as they are written. */
interface Work {
  readonly commit: ViewCommit;
  readonly rows: readonly DocumentWrite[];
}

/** Where one generation is kept. */
interface Tables {
  readonly documents: DocumentTable;
  readonly entries: EntryTable;
}

const toGeneration = ({ view, revision, indexes }: GenerationRow): Generation => ({
  view,
  revision,
  indexes: JSON.parse(indexes) as string[],
});
