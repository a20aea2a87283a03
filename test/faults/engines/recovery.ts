import { setTimeout as delay } from 'node:timers/promises';
import type { ReadStores } from '@pm/assembly';
import type { Deployment } from './deployment.js';
import type { Errands } from './errands.js';
import { behind } from './findings.js';
import type { Writers } from './writers.js';

/** From then on it is not late any more: it never comes. */
const GIVEN_UP_MS = 180_000;
const LOOK_EVERY_MS = 100;

/** What is looked at to see whether all is well. */
export interface Witnesses {
  readonly stores: ReadStores;
  readonly writers: Writers;
  readonly errands: Errands;
}

/** How long it took, in milliseconds, until every API took a write, all said to be ready, views and errands came after. */
export type Recovery = Readonly<Record<'writes' | 'ready' | 'views' | 'errands', number>>;

/** @throws Error naming what is never well again */
export async function recovery(
  deployment: Deployment,
  { stores, writers, errands }: Witnesses,
): Promise<Recovery> {
  const since = performance.now();
  const positions: string[] = [];
  const well = async (what: string, isWell: () => Promise<boolean>): Promise<number> => {
    while (!(await isWell().catch(() => false))) {
      if (performance.now() - since > GIVEN_UP_MS) throw new Error(`${what}: never well again`);
      await delay(LOOK_EVERY_MS);
    }
    return performance.now() - since;
  };
  const isWritten = async () => {
    const probes = await Promise.all(deployment.apiUrls.map((url) => writers.probe(url)));
    positions.push(...probes.filter((position) => position !== undefined));
    return !probes.includes(undefined);
  };
  return {
    writes: await well('writes', isWritten),
    ready: await well('ready', () => deployment.isReady()),
    views: await well('views', async () => (await behind(stores, positions.toSorted().at(-1)!)).length === 0),
    errands: await well('errands', async () => (await errands.undone()).length === 0),
  };
}

export const inSeconds = (recovered: Recovery): string =>
  Object.entries(recovered)
    .map(([what, ms]) => `${what} ${(ms / 1000).toFixed(1)} s`)
    .join(', ');
