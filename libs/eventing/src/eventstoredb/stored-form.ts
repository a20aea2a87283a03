import { randomUUID } from 'node:crypto';
import type { AllStreamRecordedEvent, EventData, Position } from '@eventstore/db-client';
import type { EventMetadata } from '@pm/kernel';
import { textsOf } from '../canonical.js';
import type { LoggedEvent, StoredEvent } from '../event-store.js';
import { positionOf } from './place.js';

/** How the metadata of an event is stored: what the server has no field for comes first. */
type StoredMetadata = EventMetadata & { readonly eventId: string; readonly schemaVersion: number };

/** The streams of a log in a server that may hold others. */
export class LogStreams {
  private readonly prefix: string;

  constructor(private readonly log: string) {
    this.prefix = `${log}.`;
  }

  nameOf(stream: string): string {
    return `${this.prefix}${stream}`;
  }

  streamOf(name: string): string {
    return name.slice(this.prefix.length);
  }

  /** Every stream of the log, and none else, begins like this. */
  get beginning(): string {
    return this.prefix;
  }

  /** Holds one event, which names the log. */
  get naming(): string {
    return `${this.log}-log`;
  }

  /** Holds what was known when, sparsely. */
  get marks(): string {
    return `${this.log}-marks`;
  }

  /** Whether a record of the server is an event of this log: no system event, no other log's, nobody else's. */
  holds({ streamId, metadata }: AllStreamRecordedEvent): boolean {
    return (
      streamId.startsWith(this.prefix) && (metadata as StoredMetadata | undefined)?.eventId !== undefined
    );
  }
}

const utf8 = new TextEncoder();

/**
 * An event as the driver takes it, apart from the object that was passed.
 *
 * The server tells events apart by the id of the write, which is new for each append and kept while that append is
 * tried again. So an append that it acknowledges was stored by that append, and one that was stored before is refused
 * by its revision and can be compared. Under the event's own id, the server would acknowledge other content in silence.
 */
export function toEventData(event: StoredEvent): EventData {
  const { data, metadata } = textsOf(event);
  const { id, type, schemaVersion } = event;
  return {
    id: randomUUID(),
    contentType: 'application/json',
    type,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: utf8.encode(`{"eventId":"${id}","schemaVersion":${schemaVersion},${metadata.slice(1)}`),
  };
}

/** A record as an event. What most readers do not look at is made when it is looked at. */
export class EsdbEvent implements LoggedEvent {
  readonly #record: AllStreamRecordedEvent;
  readonly #logId: string;
  readonly #streams: LogStreams;
  #metadata: EventMetadata | undefined;

  constructor(record: AllStreamRecordedEvent, logId: string, streams: LogStreams) {
    this.#record = record;
    this.#logId = logId;
    this.#streams = streams;
  }

  get id(): string {
    return this.#stored.eventId;
  }

  get stream(): string {
    return this.#streams.streamOf(this.#record.streamId);
  }

  get revision(): number {
    return Number(this.#record.revision);
  }

  get type(): string {
    return this.#record.type;
  }

  get schemaVersion(): number {
    return this.#stored.schemaVersion;
  }

  get position(): string {
    return positionOf(this.#logId, this.record);
  }

  get data(): object {
    return this.#record.data as object;
  }

  get metadata(): EventMetadata {
    if (!this.#metadata) {
      const { eventId: _, schemaVersion: __, ...metadata } = this.#stored;
      this.#metadata = metadata;
    }
    return this.#metadata;
  }

  /** Where it stands in the server. */
  get record(): Position {
    return this.#record.position;
  }

  toJSON(): LoggedEvent {
    const { id, stream, revision, type, schemaVersion, data, metadata, position } = this;
    return { id, stream, revision, type, schemaVersion, data, metadata, position };
  }

  get #stored(): StoredMetadata {
    return this.#record.metadata as unknown as StoredMetadata;
  }
}
