import type { Event, Recorded } from './event.js';
import type { Entry } from './facets.js';

/** The document being evolved, and the others that the same event named. */
export interface ViewContext<Doc> {
  readonly id: string;
  /** A document as it stands after the keys before this one; only ids that the same `key(event)` named. */
  readonly read: (id: string) => Doc | undefined;
}

/** A field of a document, of whichever kind it is. */
export type FieldOf<Doc> = Doc extends unknown ? Extract<keyof Doc, string> : never;

/**
 * A read model as a pure fold over documents. The same events give the same documents, whatever the batches,
 * the machine or the number of replays.
 */
export interface View<Doc extends object, E extends Event, Sum extends object = never> {
  readonly name: string;
  /** Raise it when what the view holds changes: it is rebuilt aside, then swapped in. */
  readonly revision: number;
  /** Views of before whose place it takes: they are dropped as its own older revisions are. */
  readonly replaces?: readonly string[];
  readonly handles: readonly E['type'][];
  /** Top-level fields of the document that lists may filter and sort by. */
  readonly indexes?: readonly FieldOf<Doc>[];
  /** The documents that an event touches, in the order in which they evolve. */
  key(event: Recorded<E>): string | readonly string[] | undefined;
  /** Those of them of which whoever follows the view is told, where to name them all would say too much; all where absent. */
  toldOf?(event: Recorded<E>): string | readonly string[];
  /** The only one who is told that an event changed something here; everybody who follows the view where absent. */
  toldTo?(event: Recorded<E>): string;
  /** @returns the document after the event; undefined removes it */
  evolve(doc: Doc | undefined, event: Recorded<E>, context: ViewContext<Doc>): Doc | undefined;
  /** How documents add up along their links. */
  readonly rollup?: Rollup<Doc, Sum>;
  /** Where given, the view can be read as of any moment; its documents are then {@link Facets}. */
  readonly history?: History<E>;
}

/** What is kept of every event, besides the documents as they are now. */
export interface History<E extends Event> {
  /** The statements that an event makes; a document as of a moment is made of those true and known by then. */
  entries(event: Recorded<E>): readonly Entry[];
  /**
   * Sides of which only the one that was true last matters, as with a series of values: as of a moment, readers may leave
   * the others out, and those taken back.
   */
  readonly isRival?: (facet: string) => boolean;
}

/**
 * Sums along links, kept by difference: a change costs by its depth, not by the size of the tree.
 * A view says what a document gives; it never adds anything up itself.
 */
export interface Rollup<Doc, Sum> {
  /** The documents that this one counts towards. */
  above(doc: Doc): readonly string[];
  /** The side that holds them, where the view has history: what it was recorded after decides which link is cut. */
  readonly placedBy?: FieldOf<Doc>;
  /**
   * The document without a link that would close a cycle: two streams can each add one half of it. Of the links that
   * close one, the later in the order of the log is cut, and stays cut until the document is placed anew.
   */
  cut?(doc: Doc, to: string): Doc;
  /** What it gives to one document above it, with all that is below itself. */
  part(doc: Doc, sum: Sum | undefined, to: string): Sum | undefined;
  /** Exact and commutative: a group. Undefined is zero, and a result equal to zero must be undefined. */
  add(sum: Sum | undefined, part: Sum, sign: 1 | -1): Sum | undefined;
  /** Several parts, at least two, added up at once, where that costs less than one after the other: it comes to the same. */
  together?(parts: readonly Sum[]): Sum | undefined;
}
