import type { Clock } from '@pm/eventing';
import { later } from '@pm/kernel';
import type { Agenda, Work } from './agenda.js';
import { Attempt, type AttemptOptions } from './attempt.js';
import type { Job } from './job.js';
import { earliest, putOccurrences } from './occurrences.js';
import type { WakeUps } from './wake-ups.js';

export interface RunnerPorts {
  readonly agenda: Agenda;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

export interface RunnerOptions extends AttemptOptions {
  /** Pieces of work at a time. */
  readonly concurrency: number;
  /** How often to look without being woken. */
  readonly pollMs: number;
}

/** A killed runner is replaced when its claims run out. */
const DEFAULTS: RunnerOptions = {
  concurrency: 4,
  leaseMs: 6000,
  pollMs: 15_000,
  backOff: { firstMs: 1000, maxMs: 15 * 60_000 },
  onTrouble: () => {},
};
/** How soon to look again while the agenda is away. */
const AWAY_MS = 1000;

/**
 * Does what is due: looks, claims, runs, records; any number of runners side by side. It looks when woken, when a slot
 * falls free, and every `pollMs` in case nobody wakes it. Work of a kind that it has no job for is left to a
 * version that has.
 */
export class JobRunner {
  private readonly options: RunnerOptions;
  private readonly jobs: ReadonlyMap<string, Job>;
  private readonly running = new Set<Promise<void>>();
  private stopping = false;
  private told = false;
  private away = false;
  private wake: () => void = () => {};
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly ports: RunnerPorts,
    jobs: readonly Job[],
    options: Partial<RunnerOptions> = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.jobs = new Map(jobs.map((job) => [job.kind, job]));
    if (this.jobs.size < jobs.length) throw new TypeError('two jobs are of one kind');
  }

  start(): void {
    this.ended = this.loop();
  }

  /** Begins nothing new, and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.lookAgain();
    await this.ended;
    await Promise.all(this.running);
  }

  private async loop(): Promise<void> {
    const stopListening = this.ports.wakeUps.onWake(() => this.lookAgain());
    while (!this.stopping) {
      this.told = false;
      let waitMs = this.options.pollMs;
      try {
        await this.look();
        this.away = false;
      } catch (error) {
        if (!this.away) this.options.onTrouble({ what: 'unreachable', error });
        this.away = true;
        waitMs = Math.min(waitMs, AWAY_MS);
      }
      if (!this.told && !this.stopping) await this.nap(waitMs);
    }
    stopListening();
  }

  private async look(): Promise<void> {
    const { agenda, clock, wakeUps } = this.ports;
    const kinds = [...this.jobs.keys()];
    const next = await putOccurrences(agenda, clock.now());
    const free = this.options.concurrency - this.running.size;
    // Whoever ends looks again.
    if (free <= 0) return;
    for (const work of await agenda.due(kinds, clock.now(), free)) await this.begin(work);
    const wakeAt = earliest([next, await agenda.nextDueAt(kinds)]);
    if (wakeAt && this.running.size < this.options.concurrency) wakeUps.wakeAt(wakeAt);
  }

  private async begin({ id, kind }: Work): Promise<void> {
    const { agenda, clock } = this.ports;
    const claim = await agenda.claim(id, clock.now(), later(clock.now(), this.options.leaseMs));
    if (!claim) return;
    const run = new Attempt(agenda, clock, claim, this.options).run(this.jobs.get(kind)!);
    this.running.add(run);
    void run.finally(() => {
      this.running.delete(run);
      this.lookAgain();
    });
  }

  private lookAgain(): void {
    this.told = true;
    this.wake();
  }

  private nap(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
