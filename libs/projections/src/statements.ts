import { type Instant, rememberedOfText } from '@pm/kernel';
import type { Graph } from './graph.js';
import { countUpTo, Positions } from './positions.js';
import { eventAt, sayingOnce, Sides, standingIn } from './sides.js';
import { once } from './upwards.js';
import { boundsOf, type KeptEntry, type Moment } from './view-store.js';

/** What is known of one document. */
interface Known<Doc> {
  readonly sides: Sides;
  /** The last event that states something of it; -1 where others only link to it. */
  last: number;
  /** Whether it only adds to what others come to. */
  beside: boolean;
  /** When something about it became true, once it was asked for. */
  from: readonly Instant[] | undefined;
  /** How many of those had passed when it was asked for last, and what stood then. */
  asked: number;
  own: Doc | undefined;
  /** What it counted towards when it was asked for last, by id and by number. */
  linked: Doc | undefined;
  above: readonly string[];
  aboveNodes: readonly number[];
}

/** How a view's documents are linked, and which of them are shown. */
export interface Links<Doc> {
  readonly above: (doc: Doc) => readonly string[];
  /** The side that holds them. */
  readonly placedBy?: string;
  /** A side of those documents that only add to what others come to: they are not shown. */
  readonly besideBy?: string;
}

/** Every statement about every document in memory, to answer what stood at any moment. */
export class Statements<Doc extends object> {
  private readonly nodes = new Map<string, number>();
  private readonly documents: Known<Doc>[] = [];
  private readonly ids: string[] = [];
  /** Of each event. */
  private readonly positions = new Positions();
  /** Statements share their times and sides: one text in memory serves them all. */
  private readonly sharedTime = rememberedOfText((from: Instant) => from);
  private readonly sharedSide = rememberedOfText((side: string) => side);
  private shown: readonly number[] | undefined;
  /** What was asked for last, which the next overwrites. */
  private readonly owns: (Doc | undefined)[] = [];
  private readonly above: (readonly number[])[] = [];

  /** @param isRival tells the sides of which only the one that was true last matters */
  constructor(
    private readonly links: Links<Doc>,
    private readonly isRival: (side: string) => boolean = () => false,
  ) {}

  /** Takes statements over, in the order of the log. */
  add({ id, facet, from, value, position }: KeptEntry): void {
    if (this.positions.last !== position) this.positions.push(position);
    const known = this.documents[this.node(id)]!;
    const event = this.positions.count - 1;
    const time = this.sharedTime(from);
    const stated = { from: time, value: sayingOnce(time, value) };
    if (!known.sides.state(this.sharedSide(facet), stated, event, this.isRival)) return;
    if (facet === this.links.besideBy && !known.beside) {
      known.beside = true;
      this.shown = undefined;
    }
    known.last = event;
    known.from = undefined;
    known.asked = NEVER;
  }

  /** The number of a document in every graph, from when it was first heard of. */
  nodeOf(id: string): number | undefined {
    return this.nodes.get(id);
  }

  /** The numbers of the documents that are shown, in the order of their ids. */
  shownById(): readonly number[] {
    const { ids, documents } = this;
    return (this.shown ??= [...ids.keys()]
      .filter((node) => !documents[node]!.beside)
      .sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1)));
  }

  /** Every document as it stood at a moment, until another one is asked for. */
  at(moment: Moment): Graph<Doc> {
    const { events, validAt } = this.bounds(moment);
    return this.graph(({ sides }) => sides.whole(events, validAt) as Doc | undefined);
  }

  /**
   * Every document as it stood at a moment, without the rivals of what was true last, until another one is asked for. The
   * same object stands for the same facts from one call to the next.
   */
  shownAt(moment: Moment): Graph<Doc> {
    const { events, validAt } = this.bounds(moment);
    return this.graph((known) =>
      known.last < events ? ownAt(known, validAt) : (known.sides.lean(events, validAt) as Doc | undefined),
    );
  }

  /** Where in the log the links of a document were stated that stood at a moment; -1 where there were none. */
  placedAt(id: string, moment: Moment): number {
    const { events, validAt } = this.bounds(moment);
    const node = this.nodes.get(id);
    const { placedBy } = this.links;
    if (node === undefined || placedBy === undefined) return -1;
    const side = this.documents[node]!.sides.find(placedBy);
    return side ? eventAt(side, standingIn(side, events, validAt)) : -1;
  }

  private graph(ownOf: (known: Known<Doc>) => Doc | undefined): Graph<Doc> {
    const { owns, above } = this;
    const take = (node: number): void => {
      const known = this.documents[node]!;
      const own = ownOf(known);
      owns[node] = own;
      above[node] = this.aboveOf(known, own);
    };
    // What is linked to for the first time is added at the end.
    for (let node = 0; node < this.documents.length; node++) take(node);
    return { ids: this.ids, owns, above };
  }

  private aboveOf(known: Known<Doc>, own: Doc | undefined): readonly number[] {
    if (own === undefined) return NOWHERE;
    if (own === known.linked) return known.aboveNodes;
    const isPlaced = this.isPlacedAs(own, known.linked);
    known.linked = own;
    if (isPlaced) return known.aboveNodes;
    const above = this.links.above(own);
    if (areSame(above, known.above)) return known.aboveNodes;
    known.above = above;
    return (known.aboveNodes = once(above).map((id) => this.node(id)));
  }

  /** Whether the side that holds the links is the same: most changes leave a document where it is. */
  private isPlacedAs(own: Doc, before: Doc | undefined): boolean {
    const { placedBy } = this.links;
    if (placedBy === undefined || before === undefined) return false;
    const side = own[placedBy as keyof Doc];
    return side !== undefined && side === before[placedBy as keyof Doc];
  }

  private node(id: string): number {
    let node = this.nodes.get(id);
    if (node === undefined) {
      node = this.ids.push(id) - 1;
      this.nodes.set(id, node);
      this.shown = undefined;
      this.documents.push({
        sides: new Sides(),
        last: -1,
        beside: false,
        from: undefined,
        asked: NEVER,
        own: undefined,
        linked: undefined,
        above: NOWHERE,
        aboveNodes: NOWHERE,
      });
    }
    return node;
  }

  /** How many events were known by then, and what is true up to when. */
  private bounds(moment: Moment): { readonly events: number; readonly validAt: Instant } {
    const { knownAt, validAt } = boundsOf(moment);
    return { events: this.positions.countUpTo(knownAt), validAt };
  }
}

const NOWHERE: readonly never[] = [];
const NEVER = -1;

/** A document of which everything was known: thousands of times a read, so that only a change makes another object. */
function ownAt<Doc>(known: Known<Doc>, validAt: Instant): Doc | undefined {
  known.from ??= known.sides.changes();
  const { from } = known;
  const asked = countUpTo(from.length, (place) => from[place]!, validAt);
  if (known.asked === asked) return known.own;
  known.asked = asked;
  return (known.own = known.sides.lean(Infinity, validAt) as Doc | undefined);
}

/** Whether links are the same ones: those that are said again need no new place. */
const areSame = (above: readonly string[], before: readonly string[]): boolean =>
  above === before || (above.length === before.length && above.every((id, place) => id === before[place]));
