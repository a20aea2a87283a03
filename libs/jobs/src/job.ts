import type { Instant } from '@pm/kernel';

/** What a job is told about the work at hand. */
export interface JobContext {
  /** The id under which its effects must be repeatable: the same work may be begun again. */
  readonly workId: string;
  readonly dueAt: Instant;
  /** From 1. */
  readonly attempt: number;
  /** Aborted when another runner may have taken the work over; whatever is done from then on does not count. */
  readonly signal: AbortSignal;
}

/** How work of one kind is done; defined beside the code that it is about. */
export interface Job<Payload extends object = object> {
  /** Kebab-case, stored with the work for ever. */
  readonly kind: string;
  /** Then the work is parked until someone looks after it. */
  readonly attemptsMax: number;
  run(payload: Payload, context: JobContext): Promise<void>;
}
