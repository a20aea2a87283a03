import Database from 'better-sqlite3';
import { StoreUnavailable } from '../event-store.js';
import { guarded } from './guarded.js';

export type Db = Database.Database;

/** From where on whoever commits moves the WAL to the file itself: 64 MiB, unless somebody else does (see {@link WalFile}). */
const WAL_BYTES_MAX = 64 * 1024 * 1024;

export interface OpenOptions {
  readonly file: string;
  readonly readonly?: boolean;
  /** FULL: durable once committed. NORMAL: may lose the last commits at power loss, never tears one. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly pageSize: number;
  /** Statements that make the tables of a new file. */
  readonly schema: string;
  /** Version of those tables, kept in the file; another one is refused. */
  readonly schemaVersion: number;
}

/**
 * Opens a database file of ours, making it where there is none.
 *
 * @throws StoreUnavailable; and so does all that is done with it while its disk fails
 */
export function openDatabase({
  file,
  readonly,
  synchronous,
  pageSize,
  schema,
  schemaVersion,
}: OpenOptions): Db {
  let db: Db | undefined;
  try {
    db = new Database(file, { readonly: readonly ?? false, timeout: 5000 });
    if (!readonly) {
      db.pragma(`page_size = ${pageSize}`);
      db.pragma('journal_mode = WAL');
      db.pragma(`synchronous = ${synchronous}`);
      db.pragma(`wal_autocheckpoint = ${WAL_BYTES_MAX / pageSize}`);
    }
    db.pragma('trusted_schema = OFF');
    db.pragma('cache_size = -32000');
    if (!readonly && version(db) === 0) makeTables(db, schema, schemaVersion);
    if (version(db) !== schemaVersion) {
      throw new Error(`it has version ${version(db)}, this program needs ${schemaVersion}`);
    }
    return guarded(db);
  } catch (cause) {
    db?.close();
    throw new StoreUnavailable(`cannot open ${file}: ${(cause as Error).message}`, { cause });
  }
}

function makeTables(db: Db, schema: string, schemaVersion: number): void {
  db.transaction(() => {
    db.exec(schema);
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}

const version = (db: Db): number => db.pragma('user_version', { simple: true }) as number;
