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

/** Finds what readers read: a view's active generation, once it is as fresh as they need it. */
export class FreshViews {
  constructor(
    private readonly events: EventStore,
    private readonly views: ViewStore,
    private readonly waitMsMax = WAIT_MS_MAX,
  ) {}

  /** @throws ViewBehind after a bounded wait, UnknownPosition */
  async generation(view: string, { after }: Freshness): Promise<Generation> {
    if (after !== undefined) placeIn(this.events.logId, after);
    const deadline = performance.now() + this.waitMsMax;
    for (;;) {
      const active = await this.views.active(view);
      if (active && after === undefined) return active;
      const reached = active && (await this.views.checkpoint(active));
      if (active && this.isReached(reached, after)) return active;
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
  private isReached(checkpoint: string | undefined, after: string | undefined): boolean {
    if (checkpoint === undefined || after === undefined) return false;
    return checkpoint.startsWith(`${this.events.logId}.`) && checkpoint >= after;
  }
}
