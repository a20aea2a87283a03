import { setTimeout as delay } from 'node:timers/promises';
import { EventStore, placeIn, UnknownPosition } from '@pm/eventing';
import { positionIn } from './checkpoint.js';
import { type Generation, ViewStore } from './view-store.js';

/** How fresh an answer must be. */
export interface Freshness {
  /** A position that a command returned: the answer shows that command, or the query fails with {@link ViewBehind}. */
  readonly after?: string;
}

/** The view has not come so far yet; what was asked for is stored. Ask again. */
export class ViewBehind extends Error {
  constructor(
    readonly view: string,
    readonly reached: string | undefined,
  ) {
    super(`the view ${view} has not reached the position yet`);
    this.name = 'ViewBehind';
  }
}

const WAIT_MS_MAX = 2000;
const LOOK_EVERY_MS = 3;
/** For how long what readers see counts without asking again. What it replaces is kept for far longer. */
const ACTIVE_MS = 50;

/** Finds what readers read: a view's active generation, once it is as fresh as they need it. */
export class FreshViews {
  private readonly actives = new Map<string, { readonly generation: Generation; readonly untilMs: number }>();

  constructor(
    private readonly events: EventStore,
    private readonly views: ViewStore,
    private readonly waitMsMax = WAIT_MS_MAX,
  ) {}

  /** @throws ViewBehind after a bounded wait, UnknownPosition */
  async generation(view: string, { after }: Freshness): Promise<Generation> {
    if (after === undefined) return this.recent(view) ?? this.awaited(view, undefined);
    placeIn(this.events.logId, after);
    return this.awaited(view, after);
  }

  private recent(view: string): Generation | undefined {
    const known = this.actives.get(view);
    return known && performance.now() < known.untilMs ? known.generation : undefined;
  }

  private async awaited(view: string, after: string | undefined): Promise<Generation> {
    const deadline = performance.now() + this.waitMsMax;
    for (;;) {
      const active = await this.views.active(view);
      const reached = active && (await this.views.checkpoint(active));
      if (active && (after === undefined || this.isReached(reached, after))) {
        this.actives.set(view, { generation: active, untilMs: performance.now() + ACTIVE_MS });
        return active;
      }
      if (performance.now() > deadline) {
        await this.checkStored(after);
        throw new ViewBehind(view, reached && positionIn(reached));
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  /** What was not reached in time may be nothing that any view will reach. @throws UnknownPosition beyond the end of the log */
  private async checkStored(position: string | undefined): Promise<void> {
    if (position !== undefined && position > ((await this.events.head()) ?? ''))
      throw new UnknownPosition(position);
  }

  /** Up to where readers see the log in a view; undefined where it shows nothing of it yet. */
  async reached(view: string): Promise<string | undefined> {
    const active = await this.views.active(view);
    const checkpoint = active && (await this.views.checkpoint(active));
    return checkpoint?.startsWith(`${this.events.logId}.`) ? positionIn(checkpoint) : undefined;
  }

  /** Positions sort within one log only; what comes from another one has reached nothing here. */
  private isReached(checkpoint: string | undefined, after: string): boolean {
    if (checkpoint === undefined) return false;
    return checkpoint.startsWith(`${this.events.logId}.`) && checkpoint >= after;
  }
}
