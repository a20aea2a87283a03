import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '@pm/eventing';
import { views } from '../events-and-views.js';
import type { Stores } from '../stores.js';
import { LeasedProjection } from './leased-projection.js';
import { projectors } from './projectors.js';

const LOOK_EVERY_MS = 50;
const FAILING_MS_MAX = 30_000;

/**
 * Brings every view up to the end of the log; together with other processes where these share them.
 *
 * @throws StoreUnavailable where a shared view cannot go on
 */
export async function drainViews(stores: Stores): Promise<void> {
  if (stores.shared) return drainShared(stores);
  for (const projector of projectors(stores)) await projector.catchUp();
}

async function drainShared(stores: Stores): Promise<void> {
  const head = await stores.events.head();
  if (head === undefined) return;
  const projection = new LeasedProjection(stores, stores.leases);
  projection.start();
  try {
    let lookedWell = performance.now();
    while (!(await haveReached(stores, head))) {
      const [failing] = projection.failing();
      if (!failing) lookedWell = performance.now();
      else if (performance.now() - lookedWell > FAILING_MS_MAX)
        throw new StoreUnavailable(`the view ${failing.view} cannot go on: ${failing.reason}`);
      await delay(LOOK_EVERY_MS);
    }
  } finally {
    await projection.stop();
  }
}

/** Whether all that readers see shows the log up to a position. */
async function haveReached({ views: store }: Stores, position: string): Promise<boolean> {
  for (const { name, revision } of views) {
    const active = await store.active(name);
    if (active?.revision !== revision) return false;
    const reached = await store.checkpoint(active);
    if (reached === undefined || reached < position) return false;
  }
  return true;
}
