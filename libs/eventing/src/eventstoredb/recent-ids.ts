import type { StoredEvent } from '../event-store.js';

/** Where an id was taken, or is being taken. */
export interface Taken {
  readonly stream: string;
  readonly revision: number;
  /** Settles with the append. */
  readonly outcome: Promise<unknown>;
}

const REMEMBERED = 20_000;

/** The latest ids of events that this store appended or is appending, in any stream. */
export class RecentIds {
  private readonly taken = new Map<string, Taken>();

  find(id: string): Taken | undefined {
    return this.taken.get(id);
  }

  /** Remembers an append's ids, but not those of one that failed. */
  take(events: readonly StoredEvent[], outcome: Promise<unknown>): void {
    for (const { id, stream, revision } of events) this.taken.set(id, { stream, revision, outcome });
    outcome.catch(() => this.forget(events, outcome));
    for (const oldest of this.taken.keys()) {
      if (this.taken.size <= REMEMBERED) return;
      this.taken.delete(oldest);
    }
  }

  private forget(events: readonly StoredEvent[], outcome: Promise<unknown>): void {
    for (const { id } of events) if (this.taken.get(id)?.outcome === outcome) this.taken.delete(id);
  }
}
