import { Recorder } from '@pm/eventing';
import { Projector } from '@pm/projections';
import { catalogue, views } from '../contexts.js';
import type { Stores } from '../stores.js';

/** A projector for every view of the product. */
export function projectors({ events, keys, views: store }: Stores): Projector[] {
  const ports = { events, views: store, recorder: new Recorder(catalogue, keys), catalogue };
  return views.map((view) => new Projector(view, ports));
}

/** Brings every view up to the end of the log. */
export async function drainViews(stores: Stores): Promise<void> {
  for (const projector of projectors(stores)) await projector.catchUp();
}
