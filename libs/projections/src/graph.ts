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
 * Adds sums up in one pass from below upwards: each document gives to those above it what it is and was given. Whoever adds
 * again and again keeps one of these: from one moment to the next few links change, and of arrays so long each page of
 * fresh memory takes the system longer than to fill it.
 */
export class Adder<Doc extends object, Sum extends object> {
  private order: Order | undefined;
  /** Of what is given by one alone, which is most, the only part is the sum. */
  private readonly given: (Sum | undefined)[] = [];
  private readonly several = new Map<number, Sum[]>();

  constructor(private readonly rollup: Rollup<Doc, Sum>) {}

  /**
   * Links recorded late can close a cycle as of a moment, though they never stood at the same time: then the one placed last
   * is cut (rule 12), the same whatever the order of the documents.
   *
   * @param placed when a document's links were stated, in the order of the log
   * @returns what is overwritten when this adds again
   */
  added(graph: Graph<Doc>, placed: (id: string) => number): Summed<Doc, Sum> {
    const { rollup, given } = this;
    const order = this.order?.isOf(graph.above) ? this.order : new Order(graph.above.slice());
    if (!order.leavesNone)
      return this.added(withoutCycles(rollup, graph, { awaited: order.awaited, placed }), placed);
    this.order = order;
    this.several.clear();
    given.fill(undefined);
    while (given.length < graph.ids.length) given.push(undefined);
    order.nodes.forEach((node) => this.give(graph, node));
    return { owns: graph.owns, sums: given };
  }

  private give(graph: Graph<Doc>, from: number): void {
    const { rollup, given, several } = this;
    const parts = several.get(from);
    if (parts) {
      several.delete(from);
      given[from] = this.sumOf(parts);
    }
    const above = graph.above[from]!;
    for (let link = 0; link < above.length; link++) {
      const to = above[link]!;
      const part = rollup.part(graph.owns[from]!, given[from], graph.ids[to]!);
      if (part !== undefined) this.receive(to, part);
    }
  }

  private receive(to: number, part: Sum): void {
    const before = this.given[to];
    if (!before) this.given[to] = part;
    else if (this.several.has(to)) this.several.get(to)!.push(part);
    else this.several.set(to, [before, part]);
  }

  private sumOf(parts: readonly Sum[]): Sum | undefined {
    const { rollup } = this;
    if (rollup.together) return rollup.together(parts);
    return parts.reduce<Sum | undefined>((sum, part) => rollup.add(sum, part, 1), undefined);
  }
}

/**
 * Documents one after the other, each after all that gives to it. What is done for each is a method of its own: of a loop
 * that is entered once a read the engine learns too little to keep it compiled.
 */
class Order {
  readonly nodes: number[] = [];
  /** How many are still to give to each: those that wait for each other wait for ever. */
  readonly awaited: Int32Array;
  private readonly ready: number[] = [];

  constructor(private readonly above: Graph<unknown>['above']) {
    this.awaited = new Int32Array(above.length);
    above.forEach((links) => this.expect(links));
    for (let node = 0; node < above.length; node++) if (this.awaited[node] === 0) this.ready.push(node);
    // The one that became ready last is next: what it was given is let go while it is young.
    for (let node = this.ready.pop(); node !== undefined; node = this.ready.pop()) this.take(node);
  }

  /** Whether none waits for ever. */
  get leavesNone(): boolean {
    return this.nodes.length === this.awaited.length;
  }

  /** Whether it is the order of the same links. */
  isOf(above: Graph<unknown>['above']): boolean {
    return above.length === this.above.length && above.every((links, node) => links === this.above[node]);
  }

  private expect(links: readonly number[]): void {
    for (let link = 0; link < links.length; link++) this.awaited[links[link]!]! += 1;
  }

  private take(node: number): void {
    this.nodes.push(node);
    const links = this.above[node]!;
    for (let link = 0; link < links.length; link++) {
      const to = links[link]!;
      if (--this.awaited[to]! === 0) this.ready.push(to);
    }
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
