import { checkPosition, type EventStore } from '@pm/eventing';
import type { FreshViews } from '../fresh-views.js';
import { least, LiveTail, type Stretch } from './live-tail.js';
import type { AddressedChange, Change, ViewChanges } from './view-changes.js';

/** What a reader wants to be told. */
export interface Followed {
  /** Names of views that there are; every one where absent. */
  readonly views?: readonly string[];
  /** The id of the only document of interest. */
  readonly key?: string;
  /** Who follows: what is for somebody else alone is not told. */
  readonly reader?: string;
  /** Exclusive: the last position that the reader knows. Where absent, what its views show already is not told. */
  readonly after?: string;
}

/** What a reader is told of a stretch of the log. */
export interface Told {
  readonly changes: readonly Change[];
  /** Inclusive: all that is wanted up to here. */
  readonly upTo: string | undefined;
}

const PAGE_EVENTS = 1000;

/**
 * What changes in the views, told once the views show it. It follows from the log, the views' keys and their checkpoints
 * alone, so that nothing is kept for a reader but the position that the reader keeps: whoever keeps the views, and
 * wherever the reader reads on, it misses nothing.
 *
 * A reader who follows several views hears as much as the slowest of them shows.
 */
export class ChangeFeed {
  private tail: Promise<LiveTail> | undefined;
  private stopped = false;

  constructor(
    private readonly events: EventStore,
    private readonly fresh: FreshViews,
    private readonly changes: ViewChanges,
  ) {}

  get views(): readonly string[] {
    return this.changes.names;
  }

  /**
   * Where a reader begins.
   *
   * @throws UnknownPosition also for one that the log has not come to
   */
  async start({ views = this.views, after }: Followed): Promise<string | undefined> {
    if (after === undefined) return least(await Promise.all(views.map((view) => this.fresh.reached(view))));
    await checkPosition(this.events, after);
    return after;
  }

  /**
   * Changes in the order of the log, as they come, at the reader's own pace: nothing is read ahead. A stretch without
   * changes says how far there are none, at the latest every `waitMs`. Ends when the signal is aborted or the feed stops.
   *
   * @param from as {@link start} says
   */
  async *follow(
    followed: Followed,
    from: string | undefined,
    { signal, waitMs }: { readonly signal: AbortSignal; readonly waitMs: number },
  ): AsyncGenerator<Told, undefined> {
    const tail = await this.liveTail();
    let told = from;
    let dueMs = performance.now() + waitMs;
    while (!signal.aborted && tail.goesOn()) {
      const found = await this.found(tail, followed, told);
      told = found?.upTo ?? told;
      const changes = found?.changes ?? [];
      const leftMs = dueMs - performance.now();
      if (changes.length > 0 || leftMs <= 0) {
        yield { changes, upTo: told };
        dueMs = performance.now() + waitMs;
      } else if (!found) await tail.next(signal, leftMs);
    }
    return undefined;
  }

  /** Ends what every reader follows. */
  async stop(): Promise<void> {
    this.stopped = true;
    await (await this.tail?.catch(() => undefined))?.stop();
  }

  /** What is wanted of the next stretch, no further than the views show; undefined where they show no more. */
  private async found(
    tail: LiveTail,
    { views = this.views, key, reader }: Followed,
    told: string | undefined,
  ): Promise<Told | undefined> {
    const reached = tail.reached(views);
    if (!isBefore(told, reached)) return undefined;
    const { changes, upTo } = tail.since(told) ?? (await this.read(told));
    const isWanted = ({ change, to }: AddressedChange) =>
      change.position <= reached &&
      views.includes(change.view) &&
      (key === undefined || change.key === key) &&
      (to === undefined || to === reader);
    const wanted = changes.filter(isWanted).map(({ change }) => change);
    return { changes: wanted, upTo: isBefore(reached, upTo) ? reached : upTo };
  }

  private async read(after: string | undefined): Promise<Stretch> {
    const types = this.changes.types(this.views);
    const { events, upTo } = await this.events.readAll({ after, types, limit: PAGE_EVENTS });
    return { changes: this.changes.of(events), upTo };
  }

  private liveTail(): Promise<LiveTail> {
    this.tail ??= this.begin();
    return this.tail;
  }

  private async begin(): Promise<LiveTail> {
    const forget = () => (this.tail = undefined);
    try {
      const tail = new LiveTail(this.events, this.fresh, this.changes, {
        from: await this.events.head(),
        onEnd: forget,
      });
      if (this.stopped) await tail.stop();
      return tail;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

const isBefore = (position: string | undefined, other: string | undefined): other is string =>
  other !== undefined && (position === undefined || position < other);
