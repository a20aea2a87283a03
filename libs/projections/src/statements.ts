import type { Facet, Instant } from '@pm/kernel';
import { type Graph, type Standing, standing } from './graph.js';
import { once } from './upwards.js';
import { boundsOf, type KeptEntry, type Moment } from './view-store.js';

/** What was stated of one side of a document, in the order of the log. */
interface Side {
  readonly name: string;
  /** Of several such sides of a document only the one that was true last matters. */
  readonly rival: boolean;
  readonly facets: Facet<unknown>[];
  /** Of the event that states each, in the order of the log. */
  readonly events: number[];
}

/** What is known of one document. */
interface Known<Doc, Sum> {
  readonly sides: Map<string, Side>;
  /** The last event that states something of it; -1 where others only link to it. */
  last: number;
  /** Once it was asked for: when something about it became true, and what stood when it was asked for last. */
  versions?: { readonly from: readonly Instant[]; asked: number; standing: Standing<Doc, Sum> };
  /** What it counted towards when it was asked for last, by id and by number. */
  above: readonly string[];
  aboveNodes: readonly number[];
}

type Sides = ReadonlyMap<string, Side>;

/** How a view's documents are linked. */
export interface Links<Doc> {
  readonly above: (doc: Doc) => readonly string[];
  /** The side that holds them. */
  readonly placedBy?: string;
}

/** Every statement about every document in memory, to answer what stood at any moment. */
export class Statements<Doc extends object, Sum extends object> {
  private readonly nodes = new Map<string, number>();
  private readonly documents: Known<Doc, Sum>[] = [];
  private readonly ids: string[] = [];
  /** Of each event, in the order of the log. */
  private readonly positions: string[] = [];
  private from: Instant | undefined;
  private byId: readonly number[] = [];

  /** @param isRival tells the sides of which only the one that was true last matters */
  constructor(
    private readonly links: Links<Doc>,
    private readonly isRival: (side: string) => boolean = () => false,
  ) {}

  /** Takes statements over, in the order of the log. */
  add({ id, facet, from, value, position }: KeptEntry): void {
    if (this.positions.at(-1) !== position) this.positions.push(position);
    // Statements of one event share their time: one text in memory serves them all.
    if (this.from !== from) this.from = from;
    const known = this.documents[this.node(id)]!;
    const event = this.positions.length - 1;
    const stated = { from: this.from, value };
    const side = known.sides.get(facet);
    if (side && isSaidAgain(side, stated)) return;
    if (side) {
      side.facets.push(stated);
      side.events.push(event);
    } else {
      // Most sides are stated once: arrays made of one take no room for more.
      const rival = this.isRival(facet);
      known.sides.set(facet, { name: facet, rival, facets: [stated], events: [event] });
    }
    known.last = event;
    known.versions = undefined;
  }

  /** The number of a document in every graph, from when it was first heard of. */
  nodeOf(id: string): number | undefined {
    return this.nodes.get(id);
  }

  /** The numbers of all documents, in the order of their ids. */
  nodesById(): readonly number[] {
    const { ids } = this;
    if (this.byId.length < ids.length)
      this.byId = [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    return this.byId;
  }

  /** Every document as it stood at a moment. */
  at(moment: Moment): Graph<Doc, Sum> {
    return this.graph(moment, (known, events, validAt) =>
      this.linked(known, whole(known.sides, events, validAt)),
    );
  }

  /**
   * Every document as it stood at a moment, without the rivals of what was true last. The same object stands for the
   * same facts from one call to the next.
   */
  shownAt(moment: Moment): Graph<Doc, Sum> {
    return this.graph(moment, (known, events, validAt) => {
      if (known.last >= events) return this.linked(known, lean(known.sides, events, validAt));
      const from = known.versions?.from ?? changesOf(known.sides);
      const asked = countUpTo(from, validAt);
      if (known.versions?.asked !== asked)
        known.versions = { from, asked, standing: this.linked(known, lean(known.sides, events, validAt)) };
      return known.versions.standing;
    });
  }

  /** Where in the log the links of a document were stated that stood at a moment; -1 where there were none. */
  placedAt(id: string, moment: Moment): number {
    const { knownAt, validAt } = boundsOf(moment);
    const node = this.nodes.get(id);
    const { placedBy } = this.links;
    if (node === undefined || placedBy === undefined) return -1;
    const side = this.documents[node]!.sides.get(placedBy);
    return side?.events[standingIn(side, this.eventsUpTo(knownAt), validAt)] ?? -1;
  }

  private graph(
    moment: Moment,
    standingOf: (known: Known<Doc, Sum>, events: number, validAt: Instant) => Standing<Doc, Sum>,
  ): Graph<Doc, Sum> {
    const { knownAt, validAt } = boundsOf(moment);
    const events = this.eventsUpTo(knownAt);
    const nodes = Array.from<Standing<Doc, Sum>>({ length: this.documents.length });
    // What is linked to for the first time is added at the end.
    for (let node = 0; node < this.documents.length; node++)
      nodes[node] = standingOf(this.documents[node]!, events, validAt);
    return { ids: this.ids, nodes };
  }

  private linked(known: Known<Doc, Sum>, sides: object | undefined): Standing<Doc, Sum> {
    const own = sides as Doc | undefined;
    const above = own ? this.links.above(own) : NOWHERE;
    if (above !== known.above) {
      known.above = above;
      known.aboveNodes = once(above).map((id) => this.node(id));
    }
    return standing(own, known.aboveNodes);
  }

  private node(id: string): number {
    let node = this.nodes.get(id);
    if (node === undefined) {
      node = this.ids.push(id) - 1;
      this.nodes.set(id, node);
      this.documents.push({ sides: new Map(), last: -1, above: NOWHERE, aboveNodes: NOWHERE });
    }
    return node;
  }

  /** How many events were known by a position. */
  private eventsUpTo(knownAt: string): number {
    return countUpTo(this.positions, knownAt);
  }
}

const NOWHERE: readonly never[] = [];

/** Whether the last statement of a side was the same plain value: it stands already, and takes no room twice. */
function isSaidAgain({ facets }: Side, { from, value }: Facet<unknown>): boolean {
  const last = facets.at(-1)!;
  return last.value === value && last.from === from && typeof value !== 'object';
}

/** Every moment from which on something is true, in order. */
function changesOf(sides: Sides): Instant[] {
  const moments = new Set<Instant>();
  for (const { facets } of sides.values()) for (const { from } of facets) moments.add(from);
  return [...moments].sort();
}

/** How many of some ordered texts lie up to a bound. */
function countUpTo(texts: readonly string[], bound: string): number {
  let [count, beyond] = [0, texts.length];
  while (count < beyond) {
    const middle = (count + beyond) >>> 1;
    if (texts[middle]! <= bound) count = middle + 1;
    else beyond = middle;
  }
  return count;
}

/** A document with every side that stood; undefined where none did. */
function whole(sides: Sides, events: number, validAt: Instant): object | undefined {
  let own: Record<string, Facet<unknown>> | undefined;
  sides.forEach((side) => {
    const facet = side.facets[standingIn(side, events, validAt)];
    if (facet) (own ??= {})[side.name] = facet;
  });
  return own;
}

/** A document without the rivals of those that were true last. */
function lean(sides: Sides, events: number, validAt: Instant): object | undefined {
  let own: Record<string, Facet<unknown>> | undefined;
  let last: Instant | undefined;
  // Thousands of times a read: an iterator would make an object for each side.
  sides.forEach((side) => {
    const facet = side.facets[standingIn(side, events, validAt)];
    if (!facet) return;
    if (!side.rival) (own ??= {})[side.name] = facet;
    else if (facet.value !== null && (last === undefined || facet.from > last)) last = facet.from;
  });
  if (last === undefined) return own;
  sides.forEach((side) => {
    const facet = side.rival ? side.facets[standingIn(side, events, validAt)] : undefined;
    if (facet && facet.value !== null && facet.from === last) (own ??= {})[side.name] = facet;
  });
  return own;
}

/** Where the latest statement known and true by then is found, of equals the one recorded later; -1 where there is none. */
function standingIn({ facets, events }: Side, known: number, validAt: Instant): number {
  let standing = -1;
  for (let index = 0; index < facets.length && events[index]! < known; index++) {
    const { from } = facets[index]!;
    if (from <= validAt && (standing < 0 || from >= facets[standing]!.from)) standing = index;
  }
  return standing;
}
