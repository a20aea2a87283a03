import { type Clock, type EventStore, LIMITS } from '@pm/eventing';
import { epochMs, reject, unknown } from '@pm/kernel';
import {
  type AnyView,
  type Generation,
  type ParkedEvent,
  type ParkedRequest,
  positionIn,
  type ViewStore,
} from '@pm/projections';
import { views as allViews } from '../events-and-views.js';

/** How a view stands. */
export interface ViewStatus {
  readonly name: string;
  /** Of this version of the program. */
  readonly revision: number;
  /** The revision that readers see; absent until one was complete. */
  readonly generation?: number;
  /** This version's revision is being built; readers see an older one, or none. */
  readonly rebuilding: boolean;
  /** Up to here this version's revision has come; absent at the start of the log. */
  readonly checkpoint?: string;
  /** Events of the log that it has not considered yet; {@link LIMITS}.pageEvents stands for that many or more. */
  readonly lagEvents: number;
  /** How long ago the first of them was recorded. */
  readonly lagSeconds: number;
  /** Events that it has not taken: those that failed, and those that wait behind them. */
  readonly parked: number;
  /** Events that were left out for good. */
  readonly skipped: number;
}

/** What operators see of the views, and do about what these could not take. */
export class ViewOperations {
  constructor(
    private readonly events: EventStore,
    private readonly views: ViewStore,
    private readonly clock: Clock,
  ) {}

  async statuses(): Promise<readonly ViewStatus[]> {
    return Promise.all(allViews.map((view) => this.status(view)));
  }

  /** What a view has parked, in the order of the log, and what was left out. @throws Rejection 'view-unknown' */
  async parked(name: string): Promise<readonly ParkedEvent[]> {
    return this.views.parked(generationOf(name));
  }

  /**
   * Asks the view's projector to do something about a parked event; it will soon.
   *
   * @throws Rejection 'view-unknown', 'event-not-parked', 'event-waits' where a retry is asked for one that did not fail
   */
  async ask(name: string, position: string, request: ParkedRequest): Promise<void> {
    const generation = generationOf(name);
    const parked = await this.views.parked(generation);
    const event = parked.find((one) => one.position === position);
    if (event && request.to === 'retry' && event.error === undefined)
      throw reject('event-waits', 'The event waits behind one that failed: retry or skip that one.');
    if (!(event && (await this.views.ask(generation, position, request))))
      throw unknown('event-not-parked', 'The view has parked no event at this position.');
  }

  private async status(view: AnyView): Promise<ViewStatus> {
    const { name, revision } = view;
    const generation = generationOf(name);
    const active = await this.views.active(name);
    const checkpoint = await this.views.checkpoint(generation);
    const position = checkpoint && positionIn(checkpoint);
    const parked = await this.views.parked(generation);
    const skipped = parked.filter((event) => event.skipped).length;
    return {
      name,
      revision,
      generation: active?.revision,
      rebuilding: active?.revision !== revision,
      checkpoint: position,
      ...(await this.lag(position)),
      parked: parked.length - skipped,
      skipped,
    };
  }

  private async lag(position: string | undefined): Promise<Pick<ViewStatus, 'lagEvents' | 'lagSeconds'>> {
    if (position === (await this.events.head())) return { lagEvents: 0, lagSeconds: 0 };
    // Of another log, it has come nowhere in this one.
    const after = position?.startsWith(`${this.events.logId}.`) ? position : undefined;
    const { events } = await this.events.readAll({ after, limit: LIMITS.pageEvents });
    const [first] = events;
    const agoMs = first ? epochMs(this.clock.now()) - epochMs(first.metadata.recordedAt) : 0;
    return { lagEvents: events.length, lagSeconds: Math.max(0, agoMs / 1000) };
  }
}

function generationOf(name: string): Generation {
  const view = allViews.find((one) => one.name === name);
  if (!view) throw unknown('view-unknown', 'There is no such view.');
  return { view: name, revision: view.revision, indexes: view.indexes ?? [] };
}
