import type { EventMetadata } from '@pm/kernel';
import type { LoggedEvent } from '../event-store.js';
import { integerPosition } from '../position.js';

/** position, id (hex), stream, revision, type, schema version, data, metadata. */
export type EventRow = [number, string, number, number, number, number, string, string];

export const EVENT_COLUMNS = 'position, hex(id), stream, revision, type, schema_version, data, metadata';

/** Where in a row its type is. */
export const TYPE = 4;

/** What a row's numbers stand for. */
export interface Names {
  readonly logId: string;
  stream(id: number): string;
  type(id: number): string;
  /** Looks all of them up again: a number given in a transaction that was rolled back is given to another name. */
  forget(): void;
}

/**
 * A row as an event. Its texts are parsed, its tokens written when first looked at: most readers look at few, and a
 * replay is half parsing.
 */
export class SqliteEvent implements LoggedEvent {
  readonly #row: EventRow;
  readonly #names: Names;
  #data: object | undefined;
  #metadata: EventMetadata | undefined;

  constructor(row: EventRow, names: Names) {
    this.#row = row;
    this.#names = names;
  }

  get stream(): string {
    return this.#names.stream(this.#row[2]);
  }

  get revision(): number {
    return this.#row[3];
  }

  get type(): string {
    return this.#names.type(this.#row[TYPE]);
  }

  get schemaVersion(): number {
    return this.#row[5];
  }

  get position(): string {
    return integerPosition(this.#names.logId, this.#row[0]);
  }

  get id(): string {
    const hex = this.#row[1].toLowerCase();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  get data(): object {
    return (this.#data ??= JSON.parse(this.#row[6]) as object);
  }

  get metadata(): EventMetadata {
    return (this.#metadata ??= JSON.parse(this.#row[7]) as EventMetadata);
  }

  toJSON(): LoggedEvent {
    const { id, stream, revision, type, schemaVersion, data, metadata, position } = this;
    return { id, stream, revision, type, schemaVersion, data, metadata, position };
  }
}

/** 16 bytes; UUIDv7 as bytes keeps the order of time, which keeps the index dense. */
export const toBlob = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
