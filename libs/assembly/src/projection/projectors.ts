import { Recorder } from '@pm/eventing';
import { Projector } from '@pm/projections';
import { catalogue, views } from '../events-and-views.js';
import type { ReadStores } from '../stores.js';

/** A projector for every view of the product. */
export function projectors({ events, keys, views: store }: ReadStores): Projector[] {
  const ports = { events, views: store, recorder: new Recorder(catalogue, keys), catalogue };
  return views.map((view) => new Projector(view, ports));
}
