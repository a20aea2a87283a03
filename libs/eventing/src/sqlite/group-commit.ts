import { IdConflict, StoreUnavailable, VersionConflict } from '../event-store.js';
import type { Db } from './database.js';
import type { AppendOutcome, AppendRequest, EventWriter } from './event-writer.js';

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

const REQUESTS_PER_COMMIT = 500;

/**
 * Gathers the appends of one turn of the event loop into one transaction, so that many callers share one sync to disk.
 * A refused append fails its own caller only. Everyone is answered after the commit.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(
    private readonly db: Db,
    private readonly writer: EventWriter,
    private readonly onCommitted: (streams: readonly string[]) => void,
  ) {}

  add(request: AppendRequest): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves once nothing waits any more. */
  async settled(): Promise<void> {
    while (this.waiting.length > 0) await new Promise(setImmediate);
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush(this.waiting.splice(0, REQUESTS_PER_COMMIT));
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private flush(batch: readonly Waiting[]): void {
    const answers: (() => void)[] = [];
    try {
      this.db.exec('BEGIN IMMEDIATE');
      for (const { request, resolve, reject } of batch) {
        const outcome = this.tried(request);
        answers.push('refusal' in outcome ? () => reject(outcome.refusal) : () => resolve(outcome));
      }
      this.db.exec('COMMIT');
    } catch (cause) {
      this.undo();
      const unavailable = new StoreUnavailable(`the log cannot be written: ${(cause as Error).message}`, {
        cause,
      });
      batch.forEach(({ reject }) => reject(unavailable));
      return;
    }
    answers.forEach((answer) => answer());
    this.onCommitted(batch.map(({ request }) => request.stream));
  }

  /** A refusal is its caller's; anything else is the store's and ends the whole transaction. */
  private tried(request: AppendRequest): AppendOutcome | { refusal: unknown } {
    try {
      return this.writer.write(request);
    } catch (error) {
      if (isRefusal(error)) return { refusal: error };
      throw error;
    }
  }

  private undo(): void {
    this.writer.rolledBack();
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof VersionConflict || error instanceof IdConflict;
