import { epochMs, type Instant } from '@pm/kernel';
import { checkAppend, checkPage, listeners } from '../appending.js';
import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  type LoggedEvent,
  type Page,
  type ReadAllOptions,
  type StoredEvent,
} from '../event-store.js';
import { integerIn, integerPosition } from '../position.js';
import { type Db, openDatabase, type Schema } from './database.js';
import { type AppendOutcome, type AppendRequest, EventWriter } from './event-writer.js';
import { EVENT_COLUMNS, type EventRow, type Names, SqliteEvent, TYPE } from './event-row.js';
import { GroupCommit } from './group-commit.js';
import { namesIn } from './names.js';
import { StreamEnds } from './stream-ends.js';

/**
 * `known_at` is the latest recordedAt (ms) up to the event: it never runs backwards, so the last position recorded by
 * a moment is found by bisection over the positions, which have no gaps.
 */
const SCHEMA: Schema = [
  `
  CREATE TABLE log (id TEXT NOT NULL);
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type INTEGER NOT NULL,
    schema_version INTEGER NOT NULL,
    known_at INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  );
  INSERT INTO log VALUES (lower(hex(randomblob(4))));
`,
];

/** Rows after one position, up to another. */
interface Followed {
  readonly start: number;
  readonly head: number;
  readonly rows: readonly EventRow[];
}

/**
 * The log in one SQLite file. A commit is synced before it is acknowledged. There is one writer, and a position is
 * taken inside its lock, so positions have no gaps and none becomes visible late.
 */
export class SqliteEventStore extends EventStore {
  readonly logId: string;
  private readonly appended = listeners();
  private readonly writer: EventWriter;
  private readonly commits: GroupCommit<AppendRequest, AppendOutcome>;
  private readonly names: Names;
  /** Absent where somebody else writes. */
  private readonly ends: StreamEnds | undefined;
  private readonly streamRows;
  private readonly anyRows;
  private readonly typedRows;
  private readonly inSnapshot: (read: () => object) => object;
  private readonly headRow;
  private readonly knownAtRow;
  /** What was left of the log when somebody last asked for as much. */
  private followed: Followed = { start: 0, head: 0, rows: [] };

  private constructor(private readonly db: Db) {
    super();
    this.logId = (db.prepare('SELECT id FROM log').get() as { id: string }).id;
    this.names = namesIn(db, this.logId);
    const ofStream = 'stream = (SELECT id FROM streams WHERE name = ?) AND revision >= ? ORDER BY revision';
    this.streamRows = db
      .prepare<[string, number], EventRow>(`SELECT ${EVENT_COLUMNS} FROM events WHERE ${ofStream}`)
      .raw();
    const page = (filter: string) =>
      `SELECT ${EVENT_COLUMNS} FROM events WHERE position > ? ${filter} ORDER BY position LIMIT ?`;
    const ofTypes = 'AND type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(?)))';
    this.anyRows = db.prepare<[number, number], EventRow>(page('')).raw();
    this.typedRows = db.prepare<[number, string, number], EventRow>(page(ofTypes)).raw();
    const snapshot = db.transaction((read: () => object) => read());
    this.inSnapshot = (read) => snapshot.deferred(read);
    this.headRow = db.prepare<[], { position: number | null }>(
      'SELECT max(position) AS position FROM events',
    );
    this.knownAtRow = db.prepare<[number], { knownAt: number }>(
      'SELECT known_at AS knownAt FROM events WHERE position = ?',
    );
    this.ends = db.readonly ? undefined : new StreamEnds();
    this.writer = new EventWriter(db, this.names);
    this.commits = new GroupCommit(db, this.writer, {
      what: 'the log',
      onCommitted: (appends) => {
        this.ends?.moved(appends);
        this.appended.notify();
      },
    });
  }

  /**
   * Opens a log for the one process that writes it; see {@link DataLock}.
   *
   * @throws StoreUnavailable
   */
  static open(file: string): SqliteEventStore {
    return new SqliteEventStore(openDatabase({ ...FILE, file }));
  }

  /** Opens a log to read it beside its writer. @throws StoreUnavailable */
  static openReadOnly(file: string): SqliteEventStore {
    return new SqliteEventStore(openDatabase({ ...FILE, file, readonly: true }));
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    checkAppend(stream, expected, events);
    const { revision, position, alreadyAppended } = await this.commits.add({ stream, expected, events });
    if (!alreadyAppended) this.ends?.found(stream, revision + 1);
    return { revision, position: integerPosition(this.logId, position), alreadyAppended };
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    if (this.ends?.isBefore(stream, from)) return [];
    const events = this.streamRows.all(stream, from).map((row) => new SqliteEvent(row, this.names));
    this.ends?.found(stream, (events.at(-1)?.revision ?? from - 1) + 1);
    return events;
  }

  async readAll({ after, types, limit }: ReadAllOptions): Promise<Page> {
    checkPage(limit);
    const start = after === undefined ? 0 : integerIn(this.logId, after);
    // Whoever follows the log asks again and again: nobody else writes it, so the file need not be looked at.
    if (start === this.writer.headPosition) return { events: [], upTo: after, atHead: true };
    const left = this.headPosition() - start;
    if (left <= limit) return this.rest(start, start + Math.max(left, 0), types);
    const { rows, head } = this.page(start, types, limit);
    const upTo = rows.length < limit ? Math.max(head, start) : rows.at(-1)![0];
    return this.pageOf(rows, { upTo, atHead: upTo >= head });
  }

  async head(): Promise<string | undefined> {
    const position = this.headPosition();
    return position === 0 ? undefined : integerPosition(this.logId, position);
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    const moment = epochMs(recordedAt);
    let [known, beyond] = [0, this.headPosition() + 1];
    while (beyond - known > 1) {
      const middle = Math.floor((known + beyond) / 2);
      if (this.knownAtRow.get(middle)!.knownAt <= moment) known = middle;
      else beyond = middle;
    }
    return known === 0 ? undefined : integerPosition(this.logId, known);
  }

  onAppended(listener: () => void): () => void {
    return this.appended.add(listener);
  }

  /** Tells this connection's listeners that another thread appended. */
  announceAppended(): void {
    this.appended.notify();
  }

  async close(): Promise<void> {
    await this.commits.settled();
    this.db.close();
  }

  /** Read once for all who follow the log, each of whom wants its own types of the same few events. */
  private rest(start: number, head: number, types: readonly string[] | undefined): Page {
    if (this.followed.start !== start || this.followed.head !== head) {
      this.followed = { start, head, rows: this.anyRows.all(start, head - start) };
    }
    const { rows } = this.followed;
    const wanted = types ? rows.filter((row) => types.includes(this.names.type(row[TYPE]))) : rows;
    return this.pageOf(wanted, { upTo: head, atHead: true });
  }

  private pageOf(rows: readonly EventRow[], { upTo, atHead }: { upTo: number; atHead: boolean }): Page {
    return {
      events: rows.map((row) => new SqliteEvent(row, this.names)),
      upTo: upTo === 0 ? undefined : integerPosition(this.logId, upTo),
      atHead,
    };
  }

  /** One snapshot of rows and head, so that nothing lies between them. */
  private page(
    start: number,
    types: readonly string[] | undefined,
    limit: number,
  ): { rows: EventRow[]; head: number } {
    return this.inSnapshot(() => ({
      rows: types ? this.typedRows.all(start, JSON.stringify(types), limit) : this.anyRows.all(start, limit),
      head: this.headPosition(),
    })) as { rows: EventRow[]; head: number };
  }

  private headPosition(): number {
    return this.headRow.get()?.position ?? 0;
  }
}

const FILE = { synchronous: 'FULL', pageSize: 16384, schema: SCHEMA } as const;
