import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@pm/eventing';
import type { Leases } from '@pm/jobs';
import type { Projector } from '@pm/projections';
import type { Stores } from '../stores.js';
import { HeldView } from './held-view.js';
import { type FailingView, Projection } from './projection.js';
import { projectors } from './projectors.js';
import { Seats } from './seats.js';

export interface LeasedOptions {
  /** How long after its last sign of life a worker is replaced; it gives one three times as often. */
  readonly ttlMs?: number;
  readonly onChange?: () => void;
}

const TTL_MS = 3000;

/**
 * Runs the views that this worker holds a lease on: any number of workers share them, each view is followed by one of
 * them, and a worker that is gone is replaced within seconds.
 *
 * A lease keeps workers out of each other's way; it is not what keeps a view right. A worker that was suspended for
 * longer than its lease goes on with the page at hand when it wakes up: its commit is refused because the checkpoint
 * has moved ({@link CheckpointMoved}), and at its next renewal it learns that it was replaced.
 */
export class LeasedProjection extends Projection {
  private readonly holder = newId();
  private readonly projectors: readonly Projector[];
  private readonly seats: Seats;
  private readonly ttlMs: number;
  private readonly onChange: () => void;
  private readonly held = new Map<Projector, HeldView>();
  private readonly stopping = new AbortController();
  private ended: Promise<void> = Promise.resolve();
  private away: unknown;

  constructor(
    stores: Stores,
    private readonly leases: Leases,
    { ttlMs = TTL_MS, onChange = () => {} }: LeasedOptions = {},
  ) {
    super();
    this.projectors = projectors(stores);
    this.ttlMs = ttlMs;
    this.onChange = onChange;
    this.seats = new Seats(leases, this.holder, ttlMs, this.projectors.length);
  }

  start(): void {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    await Promise.all([...this.held.values()].map((view) => view.end()));
    await this.seats.leave().catch(() => {});
  }

  /** Of the views held here: another worker tells of its own. */
  failing(): readonly FailingView[] {
    const views = [...this.held.values()]
      .filter(({ runner }) => runner.failing !== undefined)
      .map(({ runner: { view, failing } }) => ({ view, reason: reasonOf(failing) }));
    return this.away === undefined ? views : [...views, { view: 'all views', reason: reasonOf(this.away) }];
  }

  /** Views that this worker follows now. */
  holding(): readonly string[] {
    return this.kept().map(({ runner }) => runner.view);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.tend();
        this.changeTo(undefined);
      } catch (error) {
        this.changeTo(error);
      }
      const waitMs = (this.ttlMs / 3) * (0.5 + Math.random() / 2);
      await delay(waitMs, undefined, { signal }).catch(() => {});
    }
  }

  private async tend(): Promise<void> {
    await Promise.all(this.kept().map((view) => view.renew()));
    const share = await this.seats.share();
    for (const view of this.kept().slice(share)) void view.end();
    // Each is watched at every turn, so that one whose worker is gone is free as soon as it may be.
    const others = this.projectors.filter((projector) => !this.held.has(projector));
    const holders = await Promise.all(others.map((projector) => this.leases.holder(leaseOf(projector))));
    const free = others.filter((_, index) => holders[index] === undefined);
    for (const projector of shuffled(free)) {
      if (this.kept().length >= share || this.stopping.signal.aborted) return;
      await this.acquire(projector);
    }
  }

  private async acquire(projector: Projector): Promise<void> {
    const { leases, ttlMs, onChange } = this;
    const sinceMs = performance.now();
    const lease = await leases.acquire(leaseOf(projector), this.holder, ttlMs);
    if (!lease) return;
    const onEnd = () => this.held.delete(projector);
    this.held.set(projector, new HeldView(projector, leases, lease, { ttlMs, sinceMs, onChange, onEnd }));
  }

  private kept(): HeldView[] {
    return [...this.held.values()].filter(({ isEnding }) => !isEnding);
  }

  private changeTo(away: unknown): void {
    const changed = (this.away === undefined) !== (away === undefined);
    this.away = away;
    if (changed) this.onChange();
  }
}

const leaseOf = ({ generation }: Projector): string => `view ${generation.view}`;

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

/** In an order of chance, so that workers that start together do not all ask for the same view. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
