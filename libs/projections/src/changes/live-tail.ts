import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, listeners, type Page, Subscription } from '@pm/eventing';
import type { FreshViews } from '../fresh-views.js';
import type { AddressedChange, ViewChanges } from './view-changes.js';

/** Changes kept for readers that are a little behind; one who is further behind reads the log. */
const KEPT_MAX = 10_000;
const PAGE_EVENTS = 1000;
const POLL_MS = 100;
/** How often to look how far the views have come, while any of them is behind the log. */
const LOOK_EVERY_MS = 25;
const IDLE_MS = 60_000;

/** Changes of a stretch of the log. */
export interface Stretch {
  readonly changes: readonly AddressedChange[];
  /** Inclusive: all of them up to here. */
  readonly upTo: string | undefined;
}

/**
 * The end of the log as a process follows it once for all of its readers: the latest changes, and how far each view has
 * come. It ends for good when it is stopped or fails.
 */
export class LiveTail {
  private readonly news = listeners();
  private readonly checkpoints = new Map<string, string | undefined>();
  private readonly subscription: Subscription;
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;
  private kept: AddressedChange[] = [];
  private from: string | undefined;
  private upTo: string | undefined;
  private ended: { readonly failure?: unknown } | undefined;

  /** @param options.from where the log ends: changes up to there are not kept */
  constructor(
    events: EventStore,
    private readonly fresh: FreshViews,
    private readonly changes: ViewChanges,
    private readonly options: { readonly from: string | undefined; readonly onEnd: () => void },
  ) {
    const { from } = options;
    this.from = this.upTo = from;
    const types = changes.types(changes.names);
    const following = { after: from, types, batch: PAGE_EVENTS, pollMs: POLL_MS };
    this.subscription = new Subscription(events, following, async (page) => this.take(page));
    this.subscription.done.catch((failure: unknown) => this.end({ failure }));
    this.watching = this.watch().catch((failure: unknown) => this.end({ failure }));
  }

  /** @returns false once it was stopped @throws what it failed of */
  goesOn(): boolean {
    if (this.ended?.failure !== undefined) throw this.ended.failure;
    return this.ended === undefined;
  }

  /** Up to where all of these views show what is known here of the log; undefined where one of them shows nothing yet. */
  reached(views: readonly string[]): string | undefined {
    return least([this.upTo, ...views.map((view) => this.checkpoints.get(view))]);
  }

  /** @returns undefined where what follows on that position is not kept, or not any more */
  since(after: string | undefined): Stretch | undefined {
    const { from, upTo, kept } = this;
    if (from !== undefined && (after === undefined || after < from)) return undefined;
    const known = after === undefined ? -1 : kept.findLastIndex(({ change }) => change.position <= after);
    return { changes: kept.slice(known + 1), upTo };
  }

  /** Resolves when it may say something else, or after a while. */
  next(signal: AbortSignal, waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stopListening();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      const stopListening = this.news.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted || this.ended) done();
    });
  }

  async stop(): Promise<void> {
    this.end({});
    await this.subscription.stop().catch(() => {});
    await this.watching;
  }

  private take({ events, upTo }: Page): void {
    this.kept.push(...this.changes.of(events));
    this.upTo = upTo;
    if (this.kept.length > KEPT_MAX) this.forget();
    this.news.notify();
  }

  /** The older half, never a part of what one event changed. */
  private forget(): void {
    this.from = this.kept[this.kept.length - KEPT_MAX / 2]!.change.position;
    const { from } = this;
    this.kept = this.kept.filter(({ change }) => change.position > from);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      if (await this.look()) this.news.notify();
      if (this.isBehind(this.changes.names))
        await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
      else await this.next(signal, IDLE_MS);
    }
  }

  /** @returns whether a view has come further */
  private async look(): Promise<boolean> {
    let moved = false;
    for (const view of this.changes.names.filter((name) => this.isBehind([name]))) {
      const checkpoint = await this.fresh.reached(view);
      moved ||= checkpoint !== this.checkpoints.get(view);
      this.checkpoints.set(view, checkpoint);
    }
    return moved;
  }

  private isBehind(views: readonly string[]): boolean {
    const reached = this.reached(views);
    return this.upTo !== undefined && (reached === undefined || reached < this.upTo);
  }

  private end(how: { readonly failure?: unknown }): void {
    this.ended ??= how;
    this.stopping.abort();
    this.options.onEnd();
    this.news.notify();
  }
}

/** @returns undefined where one of them is */
export function least(positions: readonly (string | undefined)[]): string | undefined {
  return positions.includes(undefined) ? undefined : positions.reduce((a, b) => (b! < a! ? b : a));
}
