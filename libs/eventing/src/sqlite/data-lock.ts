import Database from 'better-sqlite3';

/** Another process writes this data directory. */
export class DataLocked extends Error {
  constructor(readonly directory: string) {
    super(`${directory} is in use by another Throughline process; stop it, or use another directory`);
    this.name = 'DataLocked';
  }
}

/**
 * The right to write a data directory, held by one process at a time: an open exclusive transaction on a file of its
 * own. The kernel frees it when the process ends, however it ends.
 */
export class DataLock {
  private constructor(private readonly db: Database.Database) {}

  /** @throws DataLocked */
  static acquire(directory: string): DataLock {
    const db = new Database(`${directory}/lock.db`, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
      return new DataLock(db);
    } catch (error) {
      db.close();
      throw (error as { code?: string }).code === 'SQLITE_BUSY' ? new DataLocked(directory) : error;
    }
  }

  release(): void {
    this.db.close();
  }
}
