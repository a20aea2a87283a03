import type { Clock } from '@pm/eventing';
import type { Agenda, Work } from './agenda.js';
import { earliest } from './occurrences.js';
import type { Schedule } from './schedule.js';
import { nextDue } from './timing.js';
import type { WakeUps } from './wake-ups.js';

/** Where work is put by those who do not do it: kept first, then someone is woken for it. */
export class JobQueue {
  constructor(
    private readonly agenda: Agenda,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the work is kept, whether anybody can be woken or not. */
  async put(...work: readonly Work[]): Promise<void> {
    await this.agenda.put(...work);
    const dueAt = earliest(work.map((each) => each.dueAt));
    if (dueAt) this.wakeUps.wakeAt(dueAt);
  }

  async schedule(schedule: Schedule): Promise<void> {
    const now = this.clock.now();
    await this.agenda.schedule(schedule, now);
    this.wakeUps.wakeAt(nextDue(schedule.timing, now));
  }
}
