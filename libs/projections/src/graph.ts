import type { Rollup } from '@pm/kernel';
import type { StoredDocument } from './view-store.js';

/** Documents as they stood, by number. */
export interface Graph<Doc> {
  readonly ids: readonly string[];
  /** Undefined for what is only linked to. */
  readonly owns: readonly (Doc | undefined)[];
  /** The numbers of those above each. */
  readonly above: readonly (readonly number[])[];
}

/** What documents are, with links cut that close a cycle, and what lies below each, by number. */
export interface Summed<Doc, Sum> {
  readonly owns: Graph<Doc>['owns'];
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
  graph: Graph<Doc>,
  placed: (id: string) => number,
): Summed<Doc, Sum> {
  const pass = new Pass(rollup, graph);
  if (pass.reachesAll()) return { owns: graph.owns, sums: pass.sums };
  return added(rollup, withoutCycles(rollup, graph, { awaited: pass.awaited, placed }), placed);
}

/**
 * Documents in turn, each after all that gives to it. What is done for each is a method of its own: of a loop that is
 * entered once a read the engine learns too little to keep it compiled.
 */
class Pass<Doc extends object, Sum extends object> {
  readonly sums: (Sum | undefined)[];
  private readonly received: (Sum[] | undefined)[];
  /** How many are still to give to each. */
  readonly awaited: Int32Array;
  private readonly ready: number[] = [];
  private given = 0;

  constructor(
    private readonly rollup: Rollup<Doc, Sum>,
    private readonly graph: Graph<Doc>,
  ) {
    const { length } = graph.ids;
    this.sums = Array.from({ length });
    this.received = Array.from({ length });
    this.awaited = new Int32Array(length);
    graph.above.forEach((above) => this.expect(above));
  }

  /** @returns false where some wait for each other */
  reachesAll(): boolean {
    for (let node = 0; node < this.awaited.length; node++)
      if (this.awaited[node] === 0) this.ready.push(node);
    // The one that became ready last is next: what it received is let go while it is young.
    for (let node = this.ready.pop(); node !== undefined; node = this.ready.pop()) this.give(node);
    return this.given === this.awaited.length;
  }

  private expect(above: readonly number[]): void {
    for (let link = 0; link < above.length; link++) this.awaited[above[link]!]! += 1;
  }

  private give(from: number): void {
    const { rollup, sums, received, awaited, graph } = this;
    this.given += 1;
    const parts = received[from];
    received[from] = undefined;
    const sum = parts && this.sumOf(parts);
    sums[from] = sum;
    const above = graph.above[from]!;
    for (let link = 0; link < above.length; link++) {
      const to = above[link]!;
      const part = rollup.part(graph.owns[from]!, sum, graph.ids[to]!);
      if (part !== undefined) this.receive(to, part);
      if (--awaited[to]! === 0) this.ready.push(to);
    }
  }

  private receive(to: number, part: Sum): void {
    const parts = this.received[to];
    if (parts) parts.push(part);
    else this.received[to] = [part];
  }

  private sumOf(parts: readonly Sum[]): Sum | undefined {
    const { rollup } = this;
    if (rollup.together) return rollup.together(parts);
    return parts.reduce<Sum | undefined>((sum, part) => rollup.add(sum, part, 1), undefined);
  }
}

/** Lets those that still wait take their places one after the other. @throws Error where the view cannot cut links */
function withoutCycles<Doc extends object, Sum extends object>(
  rollup: Rollup<Doc, Sum>,
  { ids, owns, above }: Graph<Doc>,
  { awaited, placed }: { readonly awaited: Int32Array; readonly placed: (id: string) => number },
): Graph<Doc> {
  const left = { ids, owns: owns.slice(), above: above.slice() };
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
    for (const to of closing) left.owns[node] = rollup.cut!(left.owns[node]!, ids[to]!);
    left.above[node] = above[node]!.filter((to) => !closing.includes(to));
    taken.set(node, left.above[node]);
  }
  return left;
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
