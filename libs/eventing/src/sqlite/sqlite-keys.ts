import { randomBytes } from 'node:crypto';
import { StoreUnavailable } from '../event-store.js';
import { checkKey, KeyConflict, type KeyHolder, Keys } from '../keys.js';
import { type Db, openDatabase, type Schema } from './database.js';

/** A person whose key is null was erased and never gets another. */
const SCHEMA: Schema = ['CREATE TABLE keys (person TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID'];

interface KeyRow {
  readonly person: string;
  readonly key: Buffer | null;
}

const HOLDERS_AT_ONCE = 1000;

/** Keys in a SQLite file of their own, which is backed up apart from the log or not at all. */
export class SqliteKeys extends Keys {
  private readonly row;
  private readonly page;
  private readonly insert;
  private readonly forget;

  private constructor(private readonly db: Db) {
    super();
    this.row = db.prepare<[string], KeyRow>('SELECT person, key FROM keys WHERE person = ?');
    this.page = db.prepare<[string, number], KeyRow>(
      'SELECT person, key FROM keys WHERE person > ? ORDER BY person LIMIT ?',
    );
    this.insert = db.prepare<[string, Buffer]>(
      'INSERT INTO keys (person, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.forget = db.prepare<[string]>(
      'INSERT INTO keys (person) VALUES (?) ON CONFLICT DO UPDATE SET key = NULL WHERE key IS NOT NULL',
    );
  }

  /** @throws StoreUnavailable */
  static open(file: string, { readonly = false } = {}): SqliteKeys {
    const db = openDatabase({ file, readonly, schema: SCHEMA, synchronous: 'FULL', pageSize: 4096 });
    if (!readonly) db.pragma('secure_delete = ON');
    return new SqliteKeys(db);
  }

  async keyFor(person: string): Promise<Buffer | undefined> {
    if (!this.row.get(person)) this.insert.run(person, randomBytes(32));
    return this.existingKey(person);
  }

  async existingKey(person: string): Promise<Buffer | undefined> {
    return this.row.get(person)?.key ?? undefined;
  }

  async destroy(person: string): Promise<void> {
    this.forget.run(person);
    // What was overwritten must not linger in the WAL, from this time or from one that was cut off here.
    const [checkpoint] = this.db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
    if (checkpoint.busy) throw new StoreUnavailable('a destroyed key is still in a file that somebody reads');
  }

  /** Page by page, so that the file can be written between them. */
  async *holders(): AsyncGenerator<KeyHolder> {
    for (let page = this.page.all('', HOLDERS_AT_ONCE); page.length > 0;) {
      for (const { person, key } of page) yield { person, key: key ?? undefined };
      page = this.page.all(page.at(-1)!.person, HOLDERS_AT_ONCE);
    }
  }

  async adopt(person: string, key: Buffer): Promise<void> {
    checkKey(key);
    this.insert.run(person, key);
    const held = await this.existingKey(person);
    if (held && !held.equals(key)) throw new KeyConflict(person);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}
