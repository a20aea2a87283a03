import { setTimeout as delay } from 'node:timers/promises';
import { Projection } from './projection/projection.js';
import type { ReadStores } from './stores.js';

/** Something that requests need and that cannot be used now. */
export interface Hindrance {
  /** `events`, `views`, `keys`, or `view <name>`. */
  readonly what: string;
  readonly reason: string;
}

/** Longer than any store looks for its server, so that it is the store that says what is wrong. */
const ANSWER_MS_MAX = 6000;

/** Finds whether requests can be served, by asking each store something. */
export class Readiness {
  constructor(
    private readonly stores: ReadStores,
    private readonly projection: Projection,
  ) {}

  /** Empty where requests can be served. */
  async hindrances(): Promise<readonly Hindrance[]> {
    const { events, views, keys } = this.stores;
    const found = await Promise.all([
      hindranceOf('events', () => events.head()),
      hindranceOf('views', () => views.generations()),
      hindranceOf('keys', () => keys.existingKey('nobody')),
    ]);
    const failing = this.projection.failing();
    return [...found.flat(), ...failing.map(({ view, reason }) => ({ what: `view ${view}`, reason }))];
  }
}

async function hindranceOf(what: string, ask: () => Promise<unknown>): Promise<Hindrance[]> {
  const patience = new AbortController();
  const silent = delay(ANSWER_MS_MAX, undefined, { signal: patience.signal }).then(
    () => [{ what, reason: `no answer within ${ANSWER_MS_MAX} ms` }],
    () => [],
  );
  const answered = ask().then(
    () => [],
    (error: unknown) => [{ what, reason: error instanceof Error ? error.message : String(error) }],
  );
  try {
    return await Promise.race([answered, silent]);
  } finally {
    patience.abort();
  }
}
