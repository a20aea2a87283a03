import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreUnavailable } from '../event-store.js';

/**
 * What is no fault of ours: the file cannot be read or written now, and may be again. A sector that cannot be read makes
 * SQLite call the file corrupt.
 */
const PASSING = /^SQLITE_(FULL|IOERR|CORRUPT|READONLY|CANTOPEN|BUSY|PROTOCOL|NOMEM)/;

/**
 * Makes a database throw StoreUnavailable wherever its disk is full, gone or read-only: at a statement, a pragma, or the
 * end of a transaction. Whatever else goes wrong is thrown as it is.
 *
 * Why here and not in each store: rows are read also where no store is asked, as a lazy event does for its names.
 *
 * @returns the same database
 */
export function guarded(db: Database.Database): Database.Database {
  const file = basename(db.name);
  const own = guardedMethods(file, db, ['exec', 'pragma', 'prepare', 'transaction']);
  return Object.assign(db, own, {
    prepare: (sql: string) => {
      const statement = own.prepare(sql);
      return Object.assign(statement, guardedMethods(file, statement, ['run', 'get', 'all', 'iterate']));
    },
    transaction: (work: () => unknown) => {
      const kinds = ['default', 'deferred', 'immediate', 'exclusive'] as const;
      const transaction = own.transaction(work) as Database.Transaction<() => unknown>;
      const begun = guardedMethods(file, transaction, kinds);
      return Object.assign(begun.default, begun);
    },
  });
}

/** Some methods of an object, which they stay bound to. */
function guardedMethods<T, Name extends keyof T>(file: string, owner: T, names: readonly Name[]) {
  const guardedOf = (name: Name) => {
    const work = owner[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => onFile(file, () => work.apply(owner, args));
  };
  return Object.fromEntries(names.map((name) => [name, guardedOf(name)])) as Pick<T, Name>;
}

/** Works on a file. @throws StoreUnavailable as {@link guarded} does */
export function onFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    // Told by its name: the addon keeps the class of whoever loaded it first.
    const { name, code = '', message } = cause as Error & { readonly code?: string };
    if (name !== 'SqliteError' || !PASSING.test(code)) throw cause;
    throw new StoreUnavailable(`${file} cannot be read or written: ${message}`, { cause });
  }
}
