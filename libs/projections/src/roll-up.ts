import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';
import { once, upwards } from './upwards.js';

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/** A document on its way up: what is below it gives first. */
interface Node<Doc, Sum> {
  readonly id: string;
  readonly own: Doc | undefined;
  sum: Sum | undefined;
  above: readonly Node<Doc, Sum>[];
  /** How many below it have not given yet. */
  awaited: number;
}

/**
 * Adds sums up from scratch, in one pass from below upwards: for documents as of a moment, and as the reference that the
 * sums kept by difference must equal. Links recorded late can close a cycle as of a moment, though they never stood at
 * the same time: then one of them is cut, the same whatever the order of the documents.
 *
 * @returns the documents in their order, then those of which only sums are known
 */
export function rolledUp<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
): Map<string, Stored<Doc, Sum>> {
  const nodes = linked(rollup, documents);
  const ready = [...nodes.values()].filter(({ awaited }) => awaited === 0);
  for (const node of ready) {
    for (const to of node.above) {
      const part = rollup.part(node.own!, node.sum, to.id);
      if (part !== undefined) to.sum = rollup.add(to.sum, part, 1);
      to.awaited -= 1;
      if (to.awaited === 0) ready.push(to);
    }
  }
  if (ready.length < nodes.size) return rolledUp(rollup, withoutCycles(rollup, documents));
  const result = new Map<string, Stored<Doc, Sum>>();
  for (const node of nodes.values()) result.set(node.id, settled(node));
  return result;
}

function linked<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
): Map<string, Node<Doc, Sum>> {
  const nodes = new Map<string, Node<Doc, Sum>>();
  const add = (id: string, own?: Doc): Node<Doc, Sum> => {
    const node = { id, own, sum: undefined, above: NOWHERE, awaited: 0 };
    nodes.set(id, node);
    return node;
  };
  for (const { id, own } of documents) add(id, own);
  for (const { id, own } of documents) {
    if (!own) continue;
    const above = once(rollup.above(own)).map((to) => nodes.get(to) ?? add(to));
    for (const to of above) to.awaited += 1;
    nodes.get(id)!.above = above;
  }
  return nodes;
}

/** Without what is undefined, so that equal documents are equal texts. */
function settled<Doc, Sum>({ id, own, sum }: Node<Doc, Sum>): Stored<Doc, Sum> {
  if (own === undefined) return sum === undefined ? { id } : { id, sum };
  return sum === undefined ? { id, own } : { id, own, sum };
}

/** @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
): Stored<Doc, Sum>[] {
  const owns = new Map(documents.map(({ id, own }) => [id, own]));
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

const NOWHERE: readonly never[] = [];
