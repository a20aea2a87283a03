import type { Db } from './database.js';

/**
 * One snapshot for all that is read in one turn of the event loop. SQLite locks the file and lets it go for each statement
 * outside of a transaction, by calls into the system that take longer than to find a document: many readers share one.
 */
export class ReadTurn {
  private isOpen = false;
  private readonly beginning;
  private readonly ending;

  constructor(private readonly db: Db) {
    this.beginning = db.prepare('BEGIN');
    this.ending = db.prepare('COMMIT');
  }

  /** What is read until the turn ends is of one commit. Nothing may be written before {@link end}. */
  begin(): void {
    if (this.isOpen) return;
    this.beginning.run();
    this.isOpen = true;
    setImmediate(() => this.end());
  }

  /** What is read next is as it is then. */
  end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    // A disk that failed meanwhile has ended it.
    if (this.db.inTransaction) this.ending.run();
  }
}
