import Database from 'better-sqlite3';

/**
 * A file whose WAL is moved to it by somebody who neither reads nor writes it otherwise. Whoever commits when the WAL has
 * become long syncs the file, too, and waits for that; as long as this keeps up, nobody does.
 */
export class WalFile {
  private readonly db: Database.Database;

  /** @throws where there is no such file */
  constructor(file: string) {
    this.db = new Database(file, { fileMustExist: true });
  }

  /** Moves what was committed as far as no reader or writer is in the way; what cannot be moved now is moved later. */
  checkpoint(): void {
    try {
      this.db.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  close(): void {
    this.db.close();
  }
}
