import { StoreUnavailable } from '../event-store.js';
import type { Db } from './database.js';

/**
 * One snapshot for all that is read in one turn of the event loop. SQLite locks the file and lets it go for each statement
 * outside of a transaction, by calls into the system that take longer than to find a document: many readers share one.
 */
export class ReadTurn {
  private isOpen = false;
  private isEnding = false;
  private readonly beginning;
  private readonly ending;

  constructor(private readonly db: Db) {
    this.beginning = db.prepare('BEGIN');
    this.ending = db.prepare('COMMIT');
  }

  /** What is read until the turn ends is of one commit. Nothing may be written before {@link end}. @throws StoreUnavailable */
  begin(): void {
    if (!this.isOpen) this.beginning.run();
    this.isOpen = true;
    if (this.isEnding) return;
    this.isEnding = true;
    setImmediate(() => this.turn());
  }

  /** What is read next is as it is then. @throws StoreUnavailable */
  end(): void {
    if (!this.isOpen) return;
    // A disk that failed meanwhile, or whoever closed the file, has ended it.
    if (this.db.inTransaction) this.ending.run();
    this.isOpen = false;
  }

  /** Even to end a snapshot SQLite may read: nobody waits for that here, and whoever reads or writes next tries again. */
  private turn(): void {
    this.isEnding = false;
    try {
      this.end();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
