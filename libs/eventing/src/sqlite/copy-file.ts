import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { onFile } from './guarded.js';

/**
 * Copies a database file as it is at one moment, beside whoever writes it, and syncs the copy. What was deleted is not in
 * it. A reader's snapshot, not SQLite's online backup: that begins anew whenever another process writes.
 *
 * @param to must not exist
 * @throws StoreUnavailable
 */
export function copyDatabaseFile(from: string, to: string): void {
  onFile(from, () => {
    const db = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
    try {
      db.prepare('VACUUM INTO ?').run(to);
    } finally {
      db.close();
    }
  });
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
}
