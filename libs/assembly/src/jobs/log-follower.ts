import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, type Page, Subscription } from '@pm/eventing';

const POLL_MS = 500;
const PAGE_EVENTS = 1000;
const AGAIN_MS = 1000;

export interface FollowerOptions {
  /** Before it begins, and again after every failure. @returns the position after which to begin; undefined for the start */
  readonly begin: () => Promise<string | undefined>;
  /** Stored type names; every type where absent. */
  readonly types?: readonly string[];
  readonly onPage: (page: Page) => Promise<void>;
  readonly onTrouble: (error: Error) => void;
}

/** Looks whenever the log has grown, until it is stopped; after a failure all over again. */
export class LogFollower {
  private readonly stopping = new AbortController();
  private subscription: Subscription | undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly events: EventStore,
    private readonly options: FollowerOptions,
  ) {}

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
    const { begin, types, onPage, onTrouble } = this.options;
    while (!signal.aborted) {
      try {
        const options = { after: await begin(), types, batch: PAGE_EVENTS, pollMs: POLL_MS };
        this.subscription = new Subscription(this.events, options, onPage);
        if (signal.aborted) await this.subscription.stop();
        else await this.subscription.done;
      } catch (error) {
        onTrouble(error as Error);
        await delay(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }
}
