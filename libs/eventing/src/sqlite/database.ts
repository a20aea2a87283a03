import Database from 'better-sqlite3';
import { StoreUnavailable } from '../event-store.js';
import { guarded } from './guarded.js';

export type Db = Database.Database;

/** From where on whoever commits moves the WAL to the file itself: 64 MiB, unless somebody else does (see {@link WalFile}). */
export const WAL_BYTES_MAX = 64 * 1024 * 1024;

export interface OpenOptions {
  readonly file: string;
  readonly readonly?: boolean;
  /** FULL: durable once committed. NORMAL: may lose the last commits at power loss, never tears one. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly pageSize: number;
  readonly schema: Schema;
}

/**
 * The tables of a file, as steps, in SQL or, where that depends on what is in it, in code: the first makes them in a new
 * file, each other one brings a file from the version before to the next. A file keeps its version, which is how many
 * steps it has taken. A released step is never changed.
 */
export type Schema = readonly (string | ((db: Db) => void))[];

/**
 * Opens a database file of ours, making it where there is none. An older file is brought to the version of this program.
 *
 * @throws StoreUnavailable also for a newer file, and for a reader of an older one; and so does all that is done with it
 * while its disk fails
 */
export function openDatabase({ file, readonly, synchronous, pageSize, schema }: OpenOptions): Db {
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
    db.pragma('cache_size = -8000');
    if (!readonly) upgrade(db, schema);
    checkVersion(version(db), schema.length);
    return guarded(db);
  } catch (cause) {
    db?.close();
    throw new StoreUnavailable(`cannot open ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** A step a transaction, together with the version that it reaches: whoever is killed goes on from the last one taken. */
function upgrade(db: Db, schema: Schema): void {
  const step = db.transaction(() => {
    // Another thread of this process may have taken it since.
    const reached = version(db);
    if (reached >= schema.length) return;
    const next = schema[reached]!;
    if (typeof next === 'string') db.exec(next);
    else next(db);
    db.pragma(`user_version = ${reached + 1}`);
  });
  while (version(db) < schema.length) step.immediate();
}

function checkVersion(found: number, known: number): void {
  if (found > known)
    throw new Error(
      `it has version ${found}, this program knows ${known} at most: start a newer one, or restore a backup`,
    );
  if (found < known)
    throw new Error(
      `it has version ${found}, this program reads ${known}: start its server once, which upgrades the file`,
    );
}

const version = (db: Db): number => db.pragma('user_version', { simple: true }) as number;
