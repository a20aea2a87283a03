import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';

/** A document as it stood, and the numbers of those above it. */
export interface Standing<Doc, Sum> {
  /** Undefined for what is only linked to. */
  readonly own: Doc | undefined;
  readonly above: readonly number[];
  /** What it gave to each of those last, having {@link givenOf}: while nothing changes below it, it gives the same again. */
  given: readonly (Sum | undefined)[] | undefined;
  givenOf: Sum | undefined;
}

/** A document that has given nothing yet. */
export const standing = <Doc, Sum>(own: Doc | undefined, above: readonly number[]): Standing<Doc, Sum> => ({
  own,
  above,
  given: undefined,
  givenOf: undefined,
});

/** Documents by number. */
export interface Graph<Doc, Sum> {
  readonly ids: readonly string[];
  readonly nodes: readonly Standing<Doc, Sum>[];
}

/** What documents are, with links cut that close a cycle, and what lies below each, by number. */
export interface Summed<Doc, Sum> {
  readonly nodes: Graph<Doc, Sum>['nodes'];
  readonly sums: readonly (Sum | undefined)[];
}

/**
 * Adds sums up in one pass from below upwards. Links recorded late can close a cycle as of a moment, though they never
 * stood at the same time: then the one placed last is cut (rule 12), the same whatever the order of the documents.
 *
 * @param placed when a document's links were stated, in the order of the log
 */
export function added<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  graph: Graph<Doc, Sum>,
  placed: (id: string) => number,
): Summed<Doc, Sum> {
  const { ids, nodes } = graph;
  const sums = Array.from<Sum | undefined>({ length: ids.length });
  const awaited = new Int32Array(ids.length);
  for (let node = 0; node < ids.length; node++) waitIn(awaited, nodes[node]!.above);
  const ready: number[] = [];
  for (let node = 0; node < ids.length; node++) if (awaited[node] === 0) ready.push(node);
  for (let next = 0; next < ready.length; next++) {
    const node = ready[next]!;
    const { above } = nodes[node]!;
    const parts = partsOf(rollup, nodes[node]!, sums[node], ids);
    for (let link = 0; link < above.length; link++) {
      const to = above[link]!;
      const part = parts[link];
      if (part !== undefined) sums[to] = rollup.add(sums[to], part, 1);
      if (--awaited[to]! === 0) ready.push(to);
    }
  }
  if (ready.length === ids.length) return { nodes, sums };
  return added(rollup, withoutCycles(rollup, graph, { awaited, placed }), placed);
}

/** Counts what gives to each. */
function waitIn(awaited: Int32Array, above: readonly number[]): void {
  for (let link = 0; link < above.length; link++) awaited[above[link]!]! += 1;
}

function partsOf<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  node: Standing<Doc, Sum>,
  sum: Sum | undefined,
  ids: readonly string[],
): readonly (Sum | undefined)[] {
  if (node.given && node.givenOf === sum) return node.given;
  node.givenOf = sum;
  return (node.given = node.above.map((to) => rollup.part(node.own!, sum, ids[to]!)));
}

/** Lets those that still wait take their places one after the other. @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  { ids, nodes }: Graph<Doc, Sum>,
  { awaited, placed }: { readonly awaited: Int32Array; readonly placed: (id: string) => number },
): Graph<Doc, Sum> {
  const left = nodes.slice();
  const taken = new Map<number, readonly number[]>();
  const leadsTo = (start: number, goal: number): boolean => {
    const found = new Set([start]);
    for (const node of found) for (const to of taken.get(node) ?? []) found.add(to);
    return found.has(goal);
  };
  const inOrder = [...ids.keys()]
    .filter((node) => awaited[node]! > 0)
    .map((node) => ({ node, id: ids[node]!, at: placed(ids[node]!) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const { node, id } of inOrder) {
    let { own, above } = nodes[node]!;
    const closing = above.filter((to) => leadsTo(to, node));
    if (closing.length > 0 && !rollup.cut) throw new Error(`links close a cycle at ${id}`);
    for (const to of closing) own = rollup.cut!(own!, ids[to]!);
    above = above.filter((to) => !closing.includes(to));
    left[node] = standing(own, above);
    taken.set(node, above);
  }
  return { ids, nodes: left };
}

/** Without what is undefined, so that equal documents are equal texts. */
export function storedAs<Doc, Sum>(
  id: string,
  own: Doc | undefined,
  sum: Sum | undefined,
): StoredDocument<Doc, Sum> {
  if (own === undefined) return sum === undefined ? { id } : { id, sum };
  return sum === undefined ? { id, own } : { id, own, sum };
}
