import { StoreUnavailable } from '../event-store.js';
import type { Db } from './database.js';

/** Writes one request within the transaction that is open. */
export interface Writer<Request, Outcome> {
  write(request: Request): Outcome;
  /** A transaction is about to begin. */
  begins?(): void;
  /** What it throws before it has written anything: that fails its own caller only. Nothing where absent. */
  readonly refusals?: readonly (new (...args: never[]) => Error)[];
  /** Nothing of the transaction was kept. */
  rolledBack?(): void;
}

interface GroupCommitOptions<Request> {
  /** What is unavailable when anything fails; where absent, whoever waits is told the failure itself. @example "the log" */
  readonly what?: string;
  readonly onCommitted?: (requests: readonly Request[]) => void;
}

interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

const REQUESTS_PER_COMMIT = 500;

/**
 * Gathers the requests of one turn of the event loop into one transaction, so that many callers share one sync to disk.
 * A refused request fails its own caller only. Everyone is answered after the commit.
 */
export class GroupCommit<Request, Outcome> {
  private waiting: Waiting<Request, Outcome>[] = [];
  private scheduled = false;

  constructor(
    private readonly db: Db,
    private readonly writer: Writer<Request, Outcome>,
    private readonly options: GroupCommitOptions<Request> = {},
  ) {}

  /** Durable once resolved. @throws StoreUnavailable, and what the writer refuses with */
  add(request: Request): Promise<Outcome> {
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

  private flush(batch: readonly Waiting<Request, Outcome>[]): void {
    const answers: (() => void)[] = [];
    try {
      this.writer.begins?.();
      this.db.exec('BEGIN IMMEDIATE');
      for (const waiting of batch) answers.push(this.tried(waiting));
      this.db.exec('COMMIT');
    } catch (cause) {
      this.undo();
      const failure = this.failureOf(cause as Error);
      batch.forEach(({ reject }) => reject(failure));
      return;
    }
    answers.forEach((answer) => answer());
    this.options.onCommitted?.(batch.map(({ request }) => request));
  }

  /** A refusal is its caller's; anything else is the store's and ends the whole transaction. @returns how to answer */
  private tried({ request, resolve, reject }: Waiting<Request, Outcome>): () => void {
    try {
      const outcome = this.writer.write(request);
      return () => resolve(outcome);
    } catch (error) {
      if (this.isRefusal(error)) return () => reject(error);
      throw error;
    }
  }

  private failureOf(cause: Error): Error {
    const { what } = this.options;
    if (what === undefined) return cause;
    return new StoreUnavailable(`${what} cannot be written: ${cause.message}`, { cause });
  }

  private isRefusal(error: unknown): boolean {
    return this.writer.refusals?.some((refusal) => error instanceof refusal) ?? false;
  }

  private undo(): void {
    this.writer.rolledBack?.();
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }
}
