import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@pm/eventing';
import { later } from '@pm/kernel';
import { type Agenda, type Claim, ClaimLost, type Ending } from './agenda.js';
import { type BackOff, backOffMs } from './back-off.js';
import type { Job } from './job.js';

/** Something that an operator may want to know; the work itself is never lost by it. */
export interface JobTrouble {
  /**
   * `failed`: it is tried again. `parked`: not any more. `lost`: another runner has it. `unreachable`: the agenda, said
   * once until it is found again.
   */
  readonly what: 'failed' | 'parked' | 'lost' | 'unreachable';
  readonly workId?: string;
  readonly error: unknown;
}

export interface AttemptOptions {
  readonly leaseMs: number;
  readonly backOff: BackOff;
  readonly onTrouble: (trouble: JobTrouble) => void;
}

/** While the agenda is away when an attempt has ended. */
const RECORDING: BackOff = { firstMs: 200, maxMs: 5000 };
const RECORDINGS_MAX = 10;

/** One claim of some work, from its beginning to its end: the claim is renewed while the job runs. */
export class Attempt {
  private readonly lost = new AbortController();

  constructor(
    private readonly agenda: Agenda,
    private readonly clock: Clock,
    private readonly claim: Claim,
    private readonly options: AttemptOptions,
  ) {}

  /** Runs the job and records how it ended. Never fails. */
  async run(job: Job): Promise<void> {
    const renewing = setInterval(() => void this.renew(), this.options.leaseMs / 3);
    try {
      const ending = await this.endingOf(job);
      await this.record(ending);
    } catch (error) {
      this.tell(error instanceof ClaimLost ? 'lost' : 'unreachable', error);
    } finally {
      clearInterval(renewing);
    }
  }

  private async endingOf(job: Job): Promise<Ending> {
    const { work, attempt } = this.claim;
    // The earlier attempts never ended: they may have taken their process with them.
    if (attempt > job.attemptsMax) return this.parked(new Error('its last attempt was cut off'));
    try {
      const { id: workId, dueAt, payload } = work;
      await job.run(payload, { workId, dueAt, attempt, signal: this.lost.signal });
      return { state: 'done' };
    } catch (error) {
      if (attempt >= job.attemptsMax) return this.parked(error);
      this.tell('failed', error);
      const retryAt = later(this.clock.now(), backOffMs(this.options.backOff, attempt));
      return { state: 'waiting', reason: messageOf(error), retryAt };
    }
  }

  private parked(error: unknown): Ending {
    this.tell('parked', error);
    return { state: 'parked', reason: messageOf(error) };
  }

  /** What was done is worth some patience: if it cannot be recorded, it is done again. */
  private async record(ending: Ending): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        return await this.agenda.finish(this.claim, ending);
      } catch (error) {
        if (error instanceof ClaimLost || failures === RECORDINGS_MAX) throw error;
        await delay(backOffMs(RECORDING, failures));
      }
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.agenda.renew(this.claim, later(this.clock.now(), this.options.leaseMs));
    } catch (error) {
      // Any other failure may pass before the claim runs out; recording the end tells.
      if (error instanceof ClaimLost) this.lost.abort(error);
    }
  }

  private tell(what: JobTrouble['what'], error: unknown): void {
    this.options.onTrouble({ what, workId: this.claim.work.id, error });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
