import { type Clock, listeners } from '@pm/eventing';
import { epochMs, type Instant } from '@pm/kernel';
import { earliest } from '../occurrences.js';
import { WakeUps } from '../wake-ups.js';

/** The longest that a timer takes; who is woken too early looks in vain and asks again. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** A timer in this process, for this process alone. */
export class InlineWakeUps extends WakeUps {
  private readonly woken = listeners();
  private next: Instant | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly clock: Clock) {
    super();
  }

  wakeAt(at: Instant): void {
    if (this.closed) return;
    this.next = earliest([this.next, at])!;
    const waitMs = Math.max(0, epochMs(this.next) - epochMs(this.clock.now()));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.min(waitMs, TIMER_MS_MAX));
  }

  onWake(listener: () => void): () => void {
    return this.woken.add(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private wake(): void {
    this.next = undefined;
    this.woken.notify();
  }
}
