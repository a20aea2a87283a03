import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';
import { once, upwards } from './upwards.js';

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/**
 * Adds sums up from scratch, in one pass from below upwards: for documents as of a moment, and as the reference that the
 * sums kept by difference must equal. Links recorded late can close a cycle as of a moment, though they never stood at
 * the same time: then one of them is cut, the same whatever the order of the documents.
 */
export function rolledUp<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
): Map<string, Stored<Doc, Sum>> {
  const owns = new Map(documents.map(({ id, own }) => [id, own]));
  const links = new Map<string, readonly string[]>();
  const above = (id: string): readonly string[] => {
    const own = owns.get(id);
    const to = own ? once(rollup.above(own)) : NOWHERE;
    links.set(id, to);
    return to;
  };
  const order = upwards([...owns.keys()], above, { cyclesAllowed: true });
  const sums = new Map<string, Sum>();
  const done = new Set<string>();
  const result = new Map<string, StoredDocument<Doc, Sum>>();
  for (const id of order) {
    const [own, sum] = [owns.get(id), sums.get(id)];
    result.set(id, { id, ...(own && { own }), ...(sum && { sum }) });
    done.add(id);
    for (const to of links.get(id)!) {
      if (done.has(to)) return rolledUp(rollup, withoutCycles(rollup, owns));
      const part = rollup.part(own!, sum, to);
      if (part !== undefined) sums.set(to, rollup.add(sums.get(to), part, 1)!);
    }
  }
  return result;
}

/** @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  owns: ReadonlyMap<string, Doc | undefined>,
): Stored<Doc, Sum>[] {
  const above = (own: Doc | undefined) => (own ? rollup.above(own) : NOWHERE);
  const ids = [...owns.keys()].sort();
  const order = upwards(ids, (id) => above(owns.get(id)), { cyclesAllowed: rollup.cut !== undefined });
  const places = new Map(order.map((id, place) => [id, place]));
  return order.map((id, place) => {
    const own = owns.get(id);
    const closing = above(own).filter((to) => places.get(to)! <= place);
    return { id, own: closing.reduce((cut, to) => cut && rollup.cut!(cut, to), own) };
  });
}

const NOWHERE: readonly string[] = [];
