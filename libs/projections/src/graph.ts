import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';

/** Documents by number, and the numbers of those above each. */
export interface Graph<Doc> {
  readonly ids: readonly string[];
  /** Undefined for what is only linked to. */
  readonly owns: readonly (Doc | undefined)[];
  readonly above: readonly (readonly number[])[];
}

/**
 * Adds sums up in one pass from below upwards. Links recorded late can close a cycle as of a moment, though they never
 * stood at the same time: then the one placed last is cut (rule 12), the same whatever the order of the documents.
 *
 * @param placed when a document's links were stated, in the order of the log
 * @returns sums by number, and what the documents are with their links cut
 */
export function added<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  graph: Graph<Doc>,
  placed: (id: string) => number,
): { readonly owns: Graph<Doc>['owns']; readonly sums: readonly (Sum | undefined)[] } {
  const { ids, owns, above } = graph;
  const sums = Array.from<Sum | undefined>({ length: ids.length });
  const awaited = new Int32Array(ids.length);
  for (const links of above) for (const to of links) awaited[to]! += 1;
  const ready: number[] = [];
  for (let node = 0; node < ids.length; node++) if (awaited[node] === 0) ready.push(node);
  for (const node of ready) {
    for (const to of above[node]!) {
      const part = rollup.part(owns[node]!, sums[node], ids[to]!);
      if (part !== undefined) sums[to] = rollup.add(sums[to], part, 1);
      if (--awaited[to]! === 0) ready.push(to);
    }
  }
  if (ready.length === ids.length) return { owns, sums };
  return added(rollup, withoutCycles(rollup, graph, { awaited, placed }), placed);
}

/** Lets those that still wait take their places one after the other. @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  { ids, owns, above }: Graph<Doc>,
  { awaited, placed }: { readonly awaited: Int32Array; readonly placed: (id: string) => number },
): Graph<Doc> {
  const [cut, left] = [owns.slice(), above.slice()];
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
    const closing = above[node]!.filter((to) => leadsTo(to, node));
    if (closing.length > 0 && !rollup.cut) throw new Error(`links close a cycle at ${id}`);
    for (const to of closing) cut[node] = rollup.cut!(cut[node]!, ids[to]!);
    left[node] = above[node]!.filter((to) => !closing.includes(to));
    taken.set(node, left[node]);
  }
  return { ids, owns: cut, above: left };
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
