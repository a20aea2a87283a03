import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';
import { once } from './upwards.js';

type Stored<Doc, Sum> = StoredDocument<Doc, Sum>;

/** Documents by number, and what stands above each. */
interface Graph<Doc, Sum> {
  readonly ids: string[];
  readonly owns: (Doc | undefined)[];
  readonly sums: (Sum | undefined)[];
  readonly above: (readonly number[])[];
  /** How many below each have not given yet. */
  readonly awaited: number[];
}

/**
 * Adds sums up from scratch, in one pass from below upwards: for documents as of a moment, and as the reference that the
 * sums kept by difference must equal. Links recorded late can close a cycle as of a moment, though they never stood at
 * the same time: then the one placed last is cut (rule 12), the same whatever the order of the documents.
 *
 * @param placed when a document's links were stated, in the order of the log
 * @returns the documents in their order, then those of which only sums are known
 */
export function rolledUp<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
  placed: (id: string) => number = () => -1,
): Map<string, Stored<Doc, Sum>> {
  const graph = linked(rollup, documents);
  const { ids, owns, sums, above, awaited } = graph;
  const ready = [...ids.keys()].filter((node) => awaited[node] === 0);
  for (const node of ready) {
    for (const to of above[node]!) {
      const part = rollup.part(owns[node]!, sums[node], ids[to]!);
      if (part !== undefined) sums[to] = rollup.add(sums[to], part, 1);
      if (--awaited[to]! === 0) ready.push(to);
    }
  }
  if (ready.length < ids.length) return rolledUp(rollup, withoutCycles(rollup, graph, placed));
  return new Map(ids.map((id, node) => [id, stored(id, owns[node], sums[node])]));
}

function linked<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  documents: readonly Stored<Doc, Sum>[],
): Graph<Doc, Sum> {
  const graph: Graph<Doc, Sum> = { ids: [], owns: [], sums: [], above: [], awaited: [] };
  const nodes = new Map<string, number>();
  const add = (id: string, own?: Doc): number => {
    const node = graph.ids.push(id) - 1;
    graph.owns.push(own);
    graph.sums.push(undefined);
    graph.above.push(NOWHERE);
    graph.awaited.push(0);
    nodes.set(id, node);
    return node;
  };
  for (const { id, own } of documents) add(id, own);
  for (const [node, { own }] of documents.entries()) {
    if (!own) continue;
    const above = once(rollup.above(own)).map((to) => nodes.get(to) ?? add(to));
    for (const to of above) graph.awaited[to]! += 1;
    graph.above[node] = above;
  }
  return graph;
}

/** Without what is undefined, so that equal documents are equal texts. */
function stored<Doc, Sum>(id: string, own: Doc | undefined, sum: Sum | undefined): Stored<Doc, Sum> {
  if (own === undefined) return sum === undefined ? { id } : { id, sum };
  return sum === undefined ? { id, own } : { id, own, sum };
}

/** Lets those that still wait take their places one after the other. @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  { ids, owns, above, awaited }: Graph<Doc, Sum>,
  placed: (id: string) => number,
): Stored<Doc, Sum>[] {
  const result = owns.slice();
  const taken = new Map<number, number[]>();
  const leadsTo = (start: number, goal: number): boolean => {
    const found = new Set([start]);
    for (const node of found) for (const to of taken.get(node) ?? []) found.add(to);
    return found.has(goal);
  };
  const waiting = [...ids.keys()].filter((node) => awaited[node]! > 0);
  const inOrder = waiting
    .map((node) => ({ node, id: ids[node]!, at: placed(ids[node]!) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const { node, id } of inOrder) {
    const closing = above[node]!.filter((to) => leadsTo(to, node));
    if (closing.length > 0 && !rollup.cut) throw new Error(`links close a cycle at ${id}`);
    for (const to of closing) result[node] = rollup.cut!(result[node]!, ids[to]!);
    taken.set(
      node,
      above[node]!.filter((to) => !closing.includes(to)),
    );
  }
  return ids.map((id, node) => stored<Doc, Sum>(id, result[node], undefined));
}

const NOWHERE: readonly never[] = [];
