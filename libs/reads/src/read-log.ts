import type { Instant } from '@pm/kernel';
import type { Read } from './read.js';

/** Which reads: those for which all that is given holds. */
export interface ReadsWanted {
  /** Whose data they showed. */
  readonly subject?: string;
  readonly reader?: string;
  readonly recordId?: string;
  /** Only those later than this. */
  readonly since?: Instant;
  /** Only those until then. */
  readonly until?: Instant;
}

export interface ReadsQuery extends ReadsWanted {
  /** 1 to {@link READ_LOG_LIMITS}.pageReads. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface ReadsPage {
  /** The newest first; of the same moment the greatest id first. */
  readonly reads: readonly Read[];
  /** Undefined on the last page. */
  readonly next?: string;
}

export const READ_LOG_LIMITS = { subjects: 100_000, pageReads: 1000 } as const;

/**
 * Who was shown whose data, and when. It is kept beside the log of events: it tells of readers, changes nothing that any
 * figure is made of, and is forgotten after a time.
 */
export abstract class ReadLog {
  /**
   * Adds a read, durable once resolved; nothing where its id is there. Whoever answers a read awaits this before.
   *
   * @throws LimitExceeded, StoreUnavailable
   */
  abstract record(read: Read): Promise<void>;

  /** @throws BadCursor, LimitExceeded, StoreUnavailable */
  abstract list(query: ReadsQuery): Promise<ReadsPage>;

  /** Forgets every read before a moment, for ever. @returns how many */
  abstract dropBefore(moment: Instant): Promise<number>;
}
