import type { Event, Rollup } from '@pm/kernel';
import type { Batch } from './batch.js';
import { once, upwards } from './upwards.js';

/**
 * Brings sums up to date with what a batch changed, by difference: takes back what documents gave along links that are
 * gone, then passes the changes upwards, each document once, what is below it first.
 */
export async function settle<Doc extends object, E extends Event, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  batch: Batch<Doc, E, Sum>,
): Promise<void> {
  const above = (doc: Doc | undefined): readonly string[] => (doc ? once(rollup.above(doc)) : []);
  const given = (id: string, to: string): Sum | undefined => {
    const { own, sum } = batch.was(id);
    return own && above(own).includes(to) ? rollup.part(own, sum, to) : undefined;
  };
  const add = (to: string, part: Sum | undefined, sign: 1 | -1): void => {
    if (part === undefined) return;
    const document = batch.now(to);
    batch.set({ ...document, sum: rollup.add(document.sum, part, sign) });
  };

  const changed = batch.changedIds();
  await ensureAbove(batch, changed, above);
  for (const id of changed) {
    const still = above(batch.now(id).own);
    for (const to of above(batch.was(id).own)) if (!still.includes(to)) add(to, given(id, to), -1);
  }
  for (const id of upwards(batch.changedIds(), (id) => above(batch.now(id).own))) {
    const { own, sum } = batch.now(id);
    const before = batch.was(id);
    if (!own || (own === before.own && sum === before.sum)) continue;
    for (const to of above(own)) {
      const [gave, gives] = [given(id, to), rollup.part(own, sum, to)];
      if (isSame(gave, gives)) continue;
      add(to, gave, -1);
      add(to, gives, 1);
    }
  }
}

/** As they are written, for equal sums are equal documents. */
const isSame = (a: object | undefined, b: object | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Makes everything known that a change can reach. */
async function ensureAbove<Doc extends object, E extends Event, Sum extends object>(
  batch: Batch<Doc, E, Sum>,
  changed: readonly string[],
  above: (doc: Doc | undefined) => readonly string[],
): Promise<void> {
  const seen = new Set(changed);
  let frontier = changed;
  while (frontier.length > 0) {
    const next = new Set(
      frontier.flatMap((id) => [...above(batch.was(id).own), ...above(batch.now(id).own)]),
    );
    await batch.ensure([...next]);
    frontier = [...next].filter((id) => !seen.has(id));
    frontier.forEach((id) => seen.add(id));
  }
}
