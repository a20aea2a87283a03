import type { Instant } from '@pm/kernel';
import type { Schedule, Scheduled } from './schedule.js';

/** Something to be done once, at some time or later. */
export interface Work {
  /** Says what it is about, so that the same work is never put twice: `<reaction>:<eventId>`, `<scheduleId>@<dueAt>`. */
  readonly id: string;
  /** Names the {@link Job} that does it. */
  readonly kind: string;
  readonly dueAt: Instant;
  /** Plain JSON. Forgotten when the work is done. */
  readonly payload: object;
}

/** `claimed` also where the claim has run out and nobody has taken it over yet. */
export type WorkState = 'waiting' | 'claimed' | 'done' | 'parked';

export interface KeptWork extends Work {
  readonly state: WorkState;
  /** Claims since it was put, or was last released from being parked. */
  readonly attempts: number;
  /** Why the last attempt failed; undefined where none did. */
  readonly reason?: string;
}

/** The right to do some work, held until it runs out. */
export interface Claim {
  readonly work: Work;
  /** Grows with each claim of this work: whoever held an earlier one can no longer say how it ended. */
  readonly token: number;
  /** From 1. */
  readonly attempt: number;
}

/** How a claim ends: for ever, until it is tried again, or until someone looks after it. */
export type Ending =
  | { readonly state: 'done' }
  | { readonly state: 'waiting'; readonly reason: string; readonly retryAt: Instant }
  | { readonly state: 'parked'; readonly reason: string };

export const AGENDA_LIMITS = { payloadBytes: 256 * 1024, reasonChars: 1000, pageWork: 1000 } as const;

/**
 * Everything that is due, now or later, and the schedules that make it so. It is the truth: whatever wakes a runner
 * may be lost, and nothing is lost with it.
 *
 * Work is done at least once: its holder may be cut off after the effect and before `finish`. What it causes must
 * therefore be repeatable under the id of the work. An id is remembered for ever, so that no replay puts it again.
 *
 * Times are the caller's. A caller whose clock is ahead by more than what is left of a claim takes it over from a holder
 * who is alive: the work is done twice, and the token refuses the first to finish. A claim made by a clock that is ahead runs
 * out when the others get there.
 */
export abstract class Agenda {
  /** Puts work, durable once resolved; does nothing where its id was ever put. @throws LimitExceeded */
  abstract put(...work: readonly Work[]): Promise<void>;

  /** Keeps a schedule, in the place of one with its id; it is due from now on where its timing is new. */
  abstract schedule(schedule: Schedule, now: Instant): Promise<void>;

  /** Forgets a schedule; what was due already stays. */
  abstract unschedule(id: string): Promise<void>;

  abstract schedules(): Promise<readonly Scheduled[]>;

  /** Work of these kinds that may be claimed, what may be longest first. */
  abstract due(kinds: readonly string[], now: Instant, limit: number): Promise<readonly Work[]>;

  /** When the next work of these kinds may be claimed: it is due, to be tried again, or its claim runs out. */
  abstract nextDueAt(kinds: readonly string[]): Promise<Instant | undefined>;

  /**
   * @param until when others may take the work over
   * @returns undefined where it may not be claimed: it is not due, someone else's, done, parked or unknown
   */
  abstract claim(id: string, now: Instant, until: Instant): Promise<Claim | undefined>;

  /** @throws ClaimLost */
  abstract renew(claim: Claim, until: Instant): Promise<void>;

  /** @throws ClaimLost where it was claimed again, or has ended; nothing was changed */
  abstract finish(claim: Claim, ending: Ending): Promise<void>;

  /** Lets parked work be tried again, with all its attempts. @returns whether it was parked */
  abstract release(id: string, dueAt: Instant): Promise<boolean>;

  abstract find(id: string): Promise<KeptWork | undefined>;

  /** What needs someone to look after it, by id. */
  abstract parked(limit: number): Promise<readonly KeptWork[]>;
}

/** Someone else holds the work now, or it has ended. Whatever was done about it must not count. */
export class ClaimLost extends Error {
  constructor(
    readonly workId: string,
    readonly token: number,
  ) {
    super(`claim ${token} of ${workId} is not in force`);
    this.name = 'ClaimLost';
  }
}
