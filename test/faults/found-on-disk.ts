import { join } from 'node:path';
import { drainViews, inDirectory, openStores, type Stores } from '@pm/assembly';
import { type LoggedEvent, verify, wholeLog } from '@pm/eventing';
import Database from 'better-sqlite3';
import { viewsThatDiffer } from '../support/rebuilt-views.js';
import type { Acknowledged } from './load.js';

/**
 * What lies on disk before anything runs again is whole: the log verifies and holds all that was acknowledged once, and
 * the views equal a fold of as much of it as they show.
 *
 * @param options.drained the views are first brought to the end of the log
 */
export async function expectWhole(
  directory: string,
  acknowledged: readonly Acknowledged[],
  { drained = false } = {},
): Promise<void> {
  const stores = await openStores(inDirectory(directory));
  try {
    await expectLogWhole(stores, acknowledged);
    if (drained) await drainViews(stores);
    expect(await viewsThatDiffer(stores)).toEqual([]);
  } finally {
    await stores.close();
  }
  for (const name of ['events', 'views', 'keys']) expect(integrity(join(directory, `${name}.db`))).toBe('ok');
}

async function expectLogWhole(
  { events: store }: Stores,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { fault } = await verify(store);
  expect(fault).toBeUndefined();
  const events: LoggedEvent[] = [];
  for await (const event of wholeLog(store)) events.push(event);
  const stored = Map.groupBy(events, ({ metadata }) => metadata.commandId);
  const positions = acknowledged.map(({ key }) =>
    stored.get(`tester ${key}`)?.map((event) => event.position),
  );
  expect(positions).toEqual(acknowledged.map(({ position }) => [position]));
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}

function integrity(file: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}
