import type { EventMetadata, Instant } from '@pm/kernel';

/** An event as the log holds it: named for ever, personal text sealed, chained to the one before it. */
export interface StoredEvent {
  /** UUIDv7, lower case. */
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0, without holes. */
  readonly revision: number;
  /** `throughline.<context>.<Type>`. */
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** A stored event and its place in the whole log. */
export type LoggedEvent = StoredEvent & { readonly position: string };

/** `none` where the stream must not exist, else the revision of its last event. */
export type ExpectedRevision = 'none' | number;

export interface Appended {
  /** Of the last event. */
  readonly revision: number;
  /** Of the last event; views that have reached it show what was appended. */
  readonly position: string;
  /** True where the same events were there already: nothing was stored, and that is a success. */
  readonly alreadyAppended: boolean;
}

export interface ReadAllOptions {
  /** Exclusive; from the start where absent. */
  readonly after?: string;
  /** Stored type names; every type where absent. */
  readonly types?: readonly string[];
  /** At most this many events, 1 to {@link LIMITS}.pageEvents. */
  readonly limit: number;
}

export interface Page {
  readonly events: readonly LoggedEvent[];
  /**
   * Up to here everything was considered, whether it matched or not: read on from here. Undefined in an empty log
   * read from its start.
   */
  readonly upTo: string | undefined;
  /** True where the page ended at the end of the log. */
  readonly atHead: boolean;
}

export const LIMITS = {
  eventBytes: 512 * 1024,
  appendBytes: 1024 * 1024,
  appendEvents: 1000,
  pageEvents: 5000,
} as const;

/**
 * The log: append-only streams and one order over all of them.
 *
 * One stream an append, a revision always sent, no delete: what every adapter can promise exactly. An append is
 * atomic and durable once acknowledged; a rejected one leaves no trace. Whoever has read up to a position never
 * finds a later arrival before it.
 */
export abstract class EventStore {
  /** Names this log in its positions. */
  abstract readonly logId: string;

  /**
   * @throws VersionConflict where the stream is not at the expected revision
   * @throws IdConflict where an id is taken by other content (type, schema version or data)
   * @throws LimitExceeded, StoreUnavailable
   */
  abstract append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended>;

  /** A stream's events from a revision on, in order; empty where there are none. */
  abstract readStream(stream: string, from?: number): Promise<readonly LoggedEvent[]>;

  /** @throws UnknownPosition */
  abstract readAll(options: ReadAllOptions): Promise<Page>;

  /** The last event's position; undefined while the log is empty. */
  abstract head(): Promise<string | undefined>;

  /** The last position recorded by then, on the recorded axis, which never runs backwards. */
  abstract positionAt(recordedAt: Instant): Promise<string | undefined>;

  /** Calls back soon after events were appended by this process, to save a reader its wait. @returns stops it */
  abstract onAppended(listener: () => void): () => void;

  abstract close(): Promise<void>;
}

/** Another writer was first, or the caller looked at an older state. Nothing was stored. */
export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream} is at ${actual}, not at ${expected}`);
    this.name = 'VersionConflict';
  }
}

/** An event id is taken by other content. Nothing was stored. */
export class IdConflict extends Error {
  constructor(readonly id: string) {
    super(`event ${id} is stored with other content`);
    this.name = 'IdConflict';
  }
}

/** More than a store takes. Nothing was stored. */
export class LimitExceeded extends Error {
  constructor(
    readonly what: string,
    readonly limit: number,
    readonly unit: string,
  ) {
    super(`${what}: at most ${limit} ${unit}`);
    this.name = 'LimitExceeded';
  }
}

/** The store cannot be reached or cannot write. Whether the last append took effect may be unknown: retry with the same ids. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}
