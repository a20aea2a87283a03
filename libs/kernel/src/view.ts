import type { Event, Recorded } from './event.js';

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
  readonly handles: readonly E['type'][];
  /** Top-level fields of the document that lists may filter and sort by. */
  readonly indexes?: readonly FieldOf<Doc>[];
  /** The documents that an event touches, in the order in which they evolve. */
  key(event: Recorded<E>): string | readonly string[] | undefined;
  /** @returns the document after the event; undefined removes it */
  evolve(doc: Doc | undefined, event: Recorded<E>, context: ViewContext<Doc>): Doc | undefined;
  /** How documents add up along their links. */
  readonly rollup?: Rollup<Doc, Sum>;
}

/**
 * Sums along links, kept by difference: a change costs by its depth, not by the size of the tree.
 * A view says what a document gives; it never adds anything up itself.
 */
export interface Rollup<Doc, Sum> {
  /** The documents that this one counts towards. The links must not close a cycle. */
  above(doc: Doc): readonly string[];
  /** What it gives to one document above it, with all that is below itself. */
  part(doc: Doc, sum: Sum | undefined, to: string): Sum | undefined;
  /** Exact and commutative: a group. Undefined is zero, and a result equal to zero must be undefined. */
  add(sum: Sum | undefined, part: Sum, sign: 1 | -1): Sum | undefined;
}
