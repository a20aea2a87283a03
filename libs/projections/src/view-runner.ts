import { setTimeout as delay } from 'node:timers/promises';
import type { Subscription } from '@pm/eventing';
import type { Projector } from './projector.js';

const BACK_OFF_MS = { first: 100, max: 2000 } as const;

/** Keeps one view following the log: when it cannot go on, it begins again from its checkpoint, ever more slowly. */
export class ViewRunner {
  private readonly stopping = new AbortController();
  private subscription: Subscription | undefined;
  private ended: Promise<void> = Promise.resolve();
  private failure: unknown;

  /** @param onChange called when the view begins to fail, and when it has recovered */
  constructor(
    private readonly projector: Projector,
    private readonly onChange: () => void = () => {},
  ) {}

  get view(): string {
    return this.projector.generation.view;
  }

  /** Why the view cannot go on; undefined while it can. */
  get failing(): unknown {
    return this.failure;
  }

  start(): void {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.stop().catch(() => {});
    await this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let wait: number = BACK_OFF_MS.first;
    while (!signal.aborted) {
      const started = performance.now();
      try {
        this.subscription = await this.projector.follow();
        // Stopped while it began to follow: what has begun must end too.
        if (signal.aborted) await this.subscription.stop();
        else await this.followed(this.subscription);
      } catch (error) {
        this.changeTo(error);
      }
      // It went on for longer than it had waited for that: this is another failure, not the same one still.
      if (performance.now() - started > wait) wait = BACK_OFF_MS.first;
      await delay(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
      wait = Math.min(wait * 2, BACK_OFF_MS.max);
    }
  }

  private async followed(subscription: Subscription): Promise<void> {
    const recovered = setTimeout(() => this.changeTo(undefined), BACK_OFF_MS.first);
    try {
      await subscription.done;
    } finally {
      clearTimeout(recovered);
    }
  }

  private changeTo(failure: unknown): void {
    const changed = (this.failure === undefined) !== (failure === undefined);
    this.failure = failure;
    if (changed) this.onChange();
  }
}
