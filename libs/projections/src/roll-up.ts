import type { Rollup } from '@pm/kernel';
import { Adder, type Graph, storedAs } from './graph.js';
import { once } from './upwards.js';
import type { StoredDocument } from './view-store.js';

/**
 * Adds sums up from scratch: for documents as of a moment, and as the reference that the sums kept by difference must
 * equal. A link that closes a cycle is cut.
 *
 * @param placed when a document's links were stated, in the order of the log
 * @returns the documents in their order, then those of which only sums are known
 */
export function rolledUp<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly StoredDocument<Doc, Sum>[],
  placed: (id: string) => number = () => -1,
): Map<string, StoredDocument<Doc, Sum>> {
  const graph = linked(rollup, documents);
  const { owns, sums } = new Adder<Doc, Sum>(rollup).added(graph, placed);
  return new Map(graph.ids.map((id, node) => [id, storedAs(id, owns[node], sums[node])]));
}

function linked<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly StoredDocument<Doc, Sum>[],
): Graph<Doc> {
  const ids = documents.map(({ id }) => id);
  const numbers = new Map(ids.map((id, node) => [id, node]));
  const nodeOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const above = documents.map(({ own }) => (own ? once(rollup.above(own)).map(nodeOf) : []));
  const owns: (Doc | undefined)[] = documents.map(({ own }) => own);
  while (owns.length < ids.length) {
    owns.push(undefined);
    above.push([]);
  }
  return { ids, owns, above };
}
