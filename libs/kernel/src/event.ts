import type { ActorId, Instant } from './ids.js';
import type { PersonalText } from './personal.js';

/** A fact as a decider states it: what happened, in the past tense, and when it was true. */
export interface Event<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  /** When it was true. Absent where a fact is true from the moment it is recorded. */
  readonly effectiveAt?: Instant;
}

/** What the log knows about a fact besides the fact itself. */
export interface EventMetadata {
  /** When we learned it, by our clock. Order never depends on it. */
  readonly recordedAt: Instant;
  /** When it was true, where that is not the moment of recording. */
  readonly effectiveAt?: Instant;
  readonly actor: ActorId;
  /** For whom a deputy or an administrator acted. */
  readonly onBehalfOf?: ActorId;
  /** The request that caused it: a repeated one is recognised by this. */
  readonly commandId: string;
  /** Keyed fingerprint of the request's input; tells a reused idempotency key with another body. */
  readonly requestHash?: string;
  /** The event or command that led to the command. */
  readonly causationId?: string;
  /** Ties together everything that one outside request set off. */
  readonly correlationId: string;
  /** Why, in the actor's words. */
  readonly reason?: PersonalText;
  /** SHA-256 (hex) of the stream's previous event as stored; 64 zeros for the first. */
  readonly prevHash: string;
}

/** Where a fact stands in the log. */
export interface Envelope {
  /** UUIDv7. */
  readonly id: string;
  /** `<category>-<id>`. */
  readonly stream: string;
  /** Place in its stream, from 0, without holes. */
  readonly revision: number;
  /** Place in the whole log: an opaque token that sorts within one log. */
  readonly position: string;
  readonly metadata: EventMetadata;
}

/** A fact as it was recorded. */
export type Recorded<E extends Event = Event> = E & Envelope;

/**
 * A fact as a fold meets it: with its author once it is in the log, without one while it is being decided. Who said
 * something is in the envelope for ever, so no event repeats it in its data.
 */
export type Authored<E extends Event> = E & { readonly metadata?: Pick<EventMetadata, 'actor'> };
