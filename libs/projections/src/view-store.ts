import type { Entry, Instant } from '@pm/kernel';
import type { ParkedEvent, ParkedRequest } from './parking.js';

/** A document as stored: what was folded from events, and what its links add up to. */
export interface StoredDocument<Doc = object, Sum = object> {
  readonly id: string;
  /** Absent where only sums are known: something counts towards a document that no event has made. */
  readonly own?: Doc;
  readonly sum?: Sum;
}

/** One view in one revision: `<view>@<revision>`. A rebuild fills a new one beside the one being read. */
export interface Generation {
  readonly view: string;
  readonly revision: number;
  /** Top-level text fields of the documents that lists may filter and sort by. */
  readonly indexes: readonly string[];
}

export const generationName = ({ view, revision }: { view: string; revision: number }): string =>
  `${view}@${revision}`;

/** A statement about a document, and the event that made it. */
export type KeptEntry = Entry & {
  readonly position: string;
  /** `<stream>@<revision>`. */
  readonly by: string;
};

/** A pair of times: known by then, and true then. */
export interface Moment {
  /** Everything recorded up to this position; up to the checkpoint where absent. */
  readonly knownAt?: string;
  /** Inclusive; the latest that is known where absent. */
  readonly validAt?: Instant;
}

/** After every moment, and after every position. */
const LAST = '\u{10ffff}';

/** A moment's two bounds as texts that every moment and position sorts against. */
export const boundsOf = ({ knownAt = LAST, validAt = LAST as Instant }: Moment): Required<Moment> => ({
  knownAt,
  validAt,
});

/** All that a batch of events changed, with the checkpoint it moves. */
export interface ViewCommit {
  readonly generation: Generation;
  /** The checkpoint that the batch started at; undefined at the start of the log. */
  readonly from: string | undefined;
  readonly to: string;
  /** Without own and sum: removed. */
  readonly documents: readonly StoredDocument[];
  /** For views with history: what the events stated, in the order of the log. */
  readonly entries?: readonly KeptEntry[];
  /** Events that were parked, in place of what was parked at the same position. */
  readonly parked?: readonly ParkedEvent[];
  /** Positions where nothing is parked any more. */
  readonly released?: readonly string[];
}

export interface ListQuery {
  /** Indexed fields and the text that each must equal. */
  readonly where?: Readonly<Record<string, string>>;
  /** An indexed field; by id where absent. Ties are in the order of ids. */
  readonly sortBy?: string;
  /** 1 to {@link PAGE_DOCUMENTS_MAX}. */
  readonly limit: number;
  /** From an earlier page of the same query. */
  readonly cursor?: string;
}

export interface DocumentPage<Doc = object, Sum = object> {
  readonly documents: readonly StoredDocument<Doc, Sum>[];
  /** Undefined on the last page. */
  readonly next?: string;
}

export const PAGE_DOCUMENTS_MAX = 1000;

/**
 * Denormalized views of the log. A commit of documents, parked events and checkpoint is atomic once recovered; all of a
 * view can be thrown away and built again.
 */
export abstract class ViewStore {
  /** Makes a generation's place and indexes; does nothing where they are there. */
  abstract prepare(generation: Generation): Promise<void>;

  /** How far a generation has come; undefined where it has not begun. */
  abstract checkpoint(generation: Generation): Promise<string | undefined>;

  /** The documents there are of those asked for, in no order. */
  abstract load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]>;

  /** @throws CheckpointMoved where another runner was here; nothing was changed */
  abstract commit(commit: ViewCommit): Promise<void>;

  /** Readers see this generation from now on. */
  abstract activate(generation: Generation): Promise<void>;

  /** The generation that readers see; undefined until one was activated. */
  abstract active(view: string): Promise<Generation | undefined>;

  /** Removes a generation with all it holds. */
  abstract drop(generation: Generation): Promise<void>;

  /** Every generation there is. */
  abstract generations(): Promise<readonly Generation[]>;

  /** @throws NotIndexed, BadCursor */
  abstract list(generation: Generation, query: ListQuery): Promise<DocumentPage>;

  /**
   * Documents of a view with history as they were known and true at a moment: of each side the latest statement, of
   * equals the one recorded later. Their sums are not kept: add them up with {@link rolledUp}.
   *
   * @param ids every document where absent
   */
  abstract asOf(
    generation: Generation,
    moment: Moment,
    ids?: readonly string[],
  ): Promise<readonly StoredDocument[]>;

  /**
   * The statements that a view as of a later moment takes into account and one as of an earlier moment does not: those
   * that were true by then and learned since, and those known before that became true since. In the order of the log,
   * those of one event by document and side.
   */
  abstract entriesBetween(
    generation: Generation,
    earlier: Moment,
    later: Moment,
  ): Promise<readonly KeptEntry[]>;

  /**
   * How far so many statements recorded after a position reach, for reading many of them in steps: the last one's
   * position; undefined where there are fewer.
   *
   * @param after exclusive; from the start where absent
   */
  abstract positionAfter(
    generation: Generation,
    after: string | undefined,
    statements: number,
  ): Promise<string | undefined>;

  /** What is parked, in the order of the log; nothing where there is no such generation. */
  abstract parked(generation: Generation): Promise<readonly ParkedEvent[]>;

  /**
   * Leaves a request with a parked event, in place of an earlier one; kept until the event is parked anew or released.
   *
   * @returns false where nothing is parked there
   */
  abstract ask(generation: Generation, position: string, request: ParkedRequest): Promise<boolean>;

  abstract close(): Promise<void>;
}

/** Another runner moved the view's checkpoint. Read it again and go on from there. */
export class CheckpointMoved extends Error {
  constructor(
    readonly view: string,
    readonly expected: string | undefined,
    readonly actual: string | undefined,
  ) {
    super(`${view} is at ${actual ?? 'the start'}, not at ${expected ?? 'the start'}`);
    this.name = 'CheckpointMoved';
  }
}

/** Lists filter and sort by declared indexes only. */
export class NotIndexed extends Error {
  constructor(
    readonly field: string,
    readonly indexes: readonly string[],
  ) {
    super(`${field} is not indexed; use one of: ${indexes.join(', ') || 'none'}`);
    this.name = 'NotIndexed';
  }
}

/** The cursor belongs to no page of this list. */
export class BadCursor extends Error {
  constructor() {
    super('the cursor is not one of this list; start from the first page');
    this.name = 'BadCursor';
  }
}
