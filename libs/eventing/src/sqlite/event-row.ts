import type { EventMetadata } from '@pm/kernel';
import type { LoggedEvent } from '../event-store.js';
import { integerPosition } from '../position.js';

/** position, id (hex), stream, revision, type, schema version, data, metadata. */
export type EventRow = [number, string, number, number, number, number, string, string];

export const EVENT_COLUMNS = 'position, hex(id), stream, revision, type, schema_version, data, metadata';

/** What a row's numbers stand for. */
export interface Names {
  readonly logId: string;
  stream(id: number): string;
  type(id: number): string;
}

/**
 * A row as an event. Its texts are parsed, its tokens written when first looked at: most readers look at few, and a
 * replay is half parsing.
 */
export class SqliteEvent implements LoggedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly #row: EventRow;
  readonly #logId: string;
  #data: object | undefined;
  #metadata: EventMetadata | undefined;

  constructor(row: EventRow, names: Names) {
    this.stream = names.stream(row[2]);
    this.revision = row[3];
    this.type = names.type(row[4]);
    this.schemaVersion = row[5];
    this.#row = row;
    this.#logId = names.logId;
  }

  get position(): string {
    return integerPosition(this.#logId, this.#row[0]);
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
