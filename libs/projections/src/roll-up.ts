import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';
import { upwards } from './upwards.js';

/**
 * Adds sums up from scratch, in one pass from below upwards: for documents as of a moment, and as the reference that the
 * sums kept by difference must equal. A link that closes a cycle among them is left out, the one met last.
 */
export function rolledUp<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly StoredDocument<Doc, Sum>[],
): Map<string, StoredDocument<Doc, Sum>> {
  const owns = new Map(documents.map(({ id, own }) => [id, own]));
  const sums = new Map<string, Sum | undefined>();
  const above = (id: string): readonly string[] => {
    const own = owns.get(id);
    return own ? rollup.above(own) : [];
  };
  const order = upwards([...owns.keys()], above, { cyclesAllowed: true });
  const places = new Map(order.map((id, place) => [id, place]));
  for (const [place, id] of order.entries()) {
    const own = owns.get(id);
    for (const to of own ? new Set(above(id)) : []) {
      const part = places.get(to)! > place ? rollup.part(own!, sums.get(id), to) : undefined;
      if (part !== undefined) sums.set(to, rollup.add(sums.get(to), part, 1));
    }
  }
  return new Map(order.map((id) => [id, documentOf(id, owns.get(id), sums.get(id))]));
}

function documentOf<Doc, Sum>(
  id: string,
  own: Doc | undefined,
  sum: Sum | undefined,
): StoredDocument<Doc, Sum> {
  return { id, ...(own && { own }), ...(sum && { sum }) };
}
