import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore, Page } from './event-store.js';

export interface SubscriptionOptions {
  /** Exclusive; from the start where absent. */
  readonly after?: string;
  /** Stored type names; every type where absent. */
  readonly types?: readonly string[];
  /** Events a batch. */
  readonly batch: number;
  /** How often to look where nobody tells of new events, in milliseconds. */
  readonly pollMs: number;
  /** Called at the end of the log, each time before it looks again; its failure ends the subscription. */
  readonly onIdle?: () => Promise<void>;
}

/**
 * Follows the log at its reader's own pace: pulls a page, waits for the reader, pulls the next. Order is the log's.
 * The reader keeps its own checkpoint; after a failure it subscribes again from there.
 */
export class Subscription {
  private stopping = false;
  private wake: () => void = () => {};
  private readonly ended: Promise<void>;

  /**
   * @param onPage gets pages with events, and pages without where the log moved on; its failure ends the subscription
   */
  constructor(
    private readonly store: EventStore,
    private readonly options: SubscriptionOptions,
    private readonly onPage: (page: Page) => Promise<void>,
  ) {
    this.ended = this.run();
    // The failure stays with whoever awaits `done`.
    this.ended.catch(() => {});
  }

  /** Settles when the subscription ends: rejected with the reader's failure, resolved after `stop`. */
  get done(): Promise<void> {
    return this.ended;
  }

  /** Ends after the page at hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.ended;
  }

  private async run(): Promise<void> {
    let { after } = this.options;
    let told = false;
    const stopListening = this.store.onAppended(() => {
      told = true;
      this.wake();
    });
    try {
      while (!this.stopping) {
        told = false;
        const page = await this.store.readAll({
          after,
          types: this.options.types,
          limit: this.options.batch,
        });
        if (page.upTo !== after) await this.onPage(page);
        after = page.upTo;
        // A store that answers at once would keep timers, messages and other readers waiting to the end of the log.
        await nextTurn();
        if (page.atHead && !told && !this.stopping) await this.options.onIdle?.();
        if (page.atHead && !told && !this.stopping) await this.nap();
      }
    } finally {
      stopListening();
    }
  }

  private nap(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
