import type {
  Event,
  EventDeclaration,
  EventMetadata,
  Instant,
  PersonalText,
  Recorded,
  Subject,
} from '@pm/kernel';
import { GENESIS, hashOf } from './canonical.js';
import type { Catalogue } from './catalogue.js';
import type { CommandContext } from './command-context.js';
import type { LoggedEvent, StoredEvent } from './event-store.js';
import type { Keys } from './keys.js';
import { sealFor } from './sealing.js';

/** The end of a stream as last read: what the next event is chained to. */
export interface StreamEnd {
  /** Of the last event; -1 where the stream does not exist. */
  readonly revision: number;
  readonly hash: string;
}

export const NO_STREAM: StreamEnd = { revision: -1, hash: GENESIS };

/** What is recorded of a command beside its events. */
export interface Recording {
  readonly by: CommandContext;
  readonly recordedAt: Instant;
  readonly requestHash?: string;
  /** One for each event, minted once a command and kept when it is tried again. */
  readonly ids: readonly string[];
}

/** Turns decided facts into what the log stores, and stored events back into facts. */
export class Recorder {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly keys: Keys,
  ) {}

  /** Names, seals and chains events onto the end of a stream. */
  async toStored(
    stream: string,
    end: StreamEnd,
    events: readonly Event[],
    recording: Recording,
  ): Promise<StoredEvent[]> {
    const stored: StoredEvent[] = [];
    let { revision, hash } = end;
    for (const [index, event] of events.entries()) {
      revision += 1;
      const next = await this.store(
        { stream, revision, prevHash: hash },
        event,
        recording.ids[index]!,
        recording,
      );
      hash = hashOf(next);
      stored.push(next);
    }
    return stored;
  }

  /** @returns undefined for a type that this version of the code does not know */
  toRecorded(logged: LoggedEvent): Recorded | undefined {
    const type = this.catalogue.typeOf(logged.type);
    if (!type) return undefined;
    const data = this.catalogue.upcast(type, logged.schemaVersion, logged.data);
    return new RecordedEvent(type, data, logged);
  }

  private async store(
    place: { stream: string; revision: number; prevHash: string },
    event: Event,
    id: string,
    recording: Recording,
  ): Promise<StoredEvent> {
    const { stream, revision, prevHash } = place;
    const declaration = this.catalogue.declarationOf(event.type);
    return {
      id,
      stream,
      revision,
      type: this.catalogue.storedName(event.type),
      schemaVersion: declaration.schemaVersion,
      data: await this.sealedData(event, declaration, id, recording.by.actor),
      metadata: await this.metadata(event, declaration, id, { ...recording, prevHash }),
    };
  }

  private async sealedData(
    event: Event,
    declaration: EventDeclaration,
    eventId: string,
    actor: string,
  ): Promise<object> {
    const data: Record<string, unknown> = { ...definedOf(event.data) };
    for (const [field, subject] of Object.entries<Subject | undefined>(declaration.personal ?? {})) {
      const text = data[field] as PersonalText | undefined;
      if (text === undefined || !subject) continue;
      const person = personOf(subject, data, actor);
      if (person !== undefined) data[field] = await sealFor(this.keys, text, person, { eventId, field });
    }
    return data;
  }

  private async metadata(
    event: Event,
    declaration: EventDeclaration,
    eventId: string,
    { by, recordedAt, requestHash, prevHash }: Recording & { prevHash: string },
  ): Promise<EventMetadata> {
    const about = declaration.reasonAbout ?? 'actor';
    const person = personOf(about, event.data, by.actor) ?? by.actor;
    // Apart from a field of the data with this name: no two texts share an initialisation vector.
    const place = { eventId, field: 'metadata.reason' };
    const reason = by.reason && (await sealFor(this.keys, by.reason, person, place));
    return definedOf({
      recordedAt,
      effectiveAt: event.effectiveAt,
      actor: by.actor,
      onBehalfOf: by.onBehalfOf,
      commandId: by.commandId,
      requestHash,
      causationId: by.causationId,
      correlationId: by.correlationId,
      reason: reason || undefined,
      prevHash,
    });
  }
}

/** @returns undefined where the text is about nobody */
function personOf(subject: Subject, data: object, actor: string): string | undefined {
  if (subject === 'actor') return actor;
  const [field, otherwise] = subject.slice('data.'.length).split('|') as [
    string,
    'actor' | 'nobody' | undefined,
  ];
  const person = (data as Record<string, unknown>)[field];
  if (typeof person === 'string') return person;
  if (otherwise === undefined) throw new Error(`the event names no ${field}, whose key would seal its text`);
  return otherwise === 'actor' ? actor : undefined;
}

/** A shallow copy without absent fields, so that memory and JSON agree. */
function definedOf<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/** A stored event as a fact; looks at the stored one only for what it is asked. */
class RecordedEvent implements Recorded {
  readonly #logged: LoggedEvent;

  constructor(
    readonly type: string,
    readonly data: object,
    logged: LoggedEvent,
  ) {
    this.#logged = logged;
  }

  get id(): string {
    return this.#logged.id;
  }

  get stream(): string {
    return this.#logged.stream;
  }

  get revision(): number {
    return this.#logged.revision;
  }

  get position(): string {
    return this.#logged.position;
  }

  get metadata(): EventMetadata {
    return this.#logged.metadata;
  }

  get effectiveAt(): Instant | undefined {
    return this.metadata.effectiveAt;
  }
}
