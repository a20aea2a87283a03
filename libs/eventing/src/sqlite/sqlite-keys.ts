import { StoreUnavailable } from '../event-store.js';
import {
  KEY_ROWS_AT_ONCE,
  type KeyChange,
  type KeyRow,
  StoredKeys,
  type StoredKeysOptions,
} from '../stored-keys.js';
import { type Db, openDatabase, type Schema } from './database.js';

/** A person whose key is null was erased and never gets another. */
const SCHEMA: Schema = ['CREATE TABLE keys (person TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID'];

interface Row {
  readonly person: string;
  readonly key: Buffer | null;
}

/** Keys in a SQLite file of their own, which is backed up apart from the log or not at all. */
export class SqliteKeys extends StoredKeys {
  private readonly some;
  private readonly page;
  private readonly put;
  private readonly change;
  private readonly forget;

  private constructor(
    private readonly db: Db,
    options: StoredKeysOptions,
  ) {
    super(options);
    this.some = db.prepare<[string], Row>(
      'SELECT person, key FROM keys WHERE person IN (SELECT value FROM json_each(?))',
    );
    this.page = db.prepare<[string, number], Row>(
      'SELECT person, key FROM keys WHERE person > ? ORDER BY person LIMIT ?',
    );
    this.put = db.prepare<[string, Buffer]>(
      'INSERT INTO keys (person, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.change = db.prepare<[Buffer, string, Buffer]>(
      'UPDATE keys SET key = ? WHERE person = ? AND key = ?',
    );
    this.forget = db.prepare<[string]>(
      'INSERT INTO keys (person) VALUES (?) ON CONFLICT DO UPDATE SET key = NULL WHERE key IS NOT NULL',
    );
  }

  /** @throws StoreUnavailable */
  static open(file: string, options: StoredKeysOptions = {}): SqliteKeys {
    const { readonly = false } = options;
    const db = openDatabase({ file, readonly, schema: SCHEMA, synchronous: 'FULL', pageSize: 4096 });
    if (!readonly) db.pragma('secure_delete = ON');
    return new SqliteKeys(db, options);
  }

  async destroy(person: string): Promise<void> {
    this.forget.run(person);
    await this.purge();
  }

  async close(): Promise<void> {
    this.db.close();
  }

  /** In one statement: each locks the file and lets go of it. */
  protected async find(people: readonly string[]): Promise<readonly KeyRow[]> {
    return this.some.all(JSON.stringify(people)).map(rowOf);
  }

  protected async insert(person: string, stored: Buffer): Promise<KeyRow> {
    this.put.run(person, stored);
    return (await this.find([person]))[0]!;
  }

  protected async replace(changes: readonly KeyChange[]): Promise<void> {
    const all = () => {
      for (const { person, from, to } of changes) this.change.run(to, person, from);
    };
    this.db.transaction(all).immediate();
  }

  protected async pageAfter(person: string): Promise<readonly KeyRow[]> {
    return this.page.all(person, KEY_ROWS_AT_ONCE).map(rowOf);
  }

  /** What was overwritten must not linger in the WAL, from this time or from one that was cut off here. */
  protected async purge(): Promise<void> {
    const [checkpoint] = this.db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
    if (checkpoint.busy)
      throw new StoreUnavailable('a key that is gone is still in a file that somebody reads');
  }
}

const rowOf = ({ person, key }: Row): KeyRow => ({ person, stored: key ?? undefined });
