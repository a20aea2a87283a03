import type { Event, Instant, Recorded } from '@pm/kernel';

/** What an operator asks for; the view's projector does it. */
export interface ParkedRequest {
  readonly to: 'retry' | 'skip';
  readonly by: string;
  readonly at: Instant;
  /** There for a skip. */
  readonly reason?: string;
}

/** An event that a view has not taken: it could not, or something before it could not and it must wait. */
export interface ParkedEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  /** As stored: `throughline.<context>.<Type>`. */
  readonly type: string;
  /** What it touches. Empty where that could not be found out. */
  readonly documents: readonly string[];
  /** Why the view could not take it; absent where it waits behind another. */
  readonly error?: string;
  /** Not done yet. */
  readonly asked?: ParkedRequest;
  /** It was left out for good: nothing waits behind it any more. Only a rebuild meets it again. */
  readonly skipped?: ParkedRequest;
}

/** What a view's fold can be given of an event: itself, or why it cannot be read. */
export interface Incoming<E extends Event = Event> {
  readonly logged: Pick<ParkedEvent, 'position' | 'stream' | 'revision' | 'type'>;
  /** The documents that it touches, in the order in which they evolve. */
  readonly ids: readonly string[];
  readonly event?: Recorded<E>;
  readonly failure?: unknown;
}

/** Events that one view may have parked. What more of them cannot be folded is no poison but a defect of the view. */
export const PARKED_MAX = 10_000;

const ERROR_CHARACTERS_MAX = 1000;

/** More cannot be taken than can be parked. The view stops where it is. */
export class TooManyParked extends Error {
  constructor(options?: ErrorOptions) {
    super(`more than ${PARKED_MAX} events would be parked; correct the view, or raise its revision`, options);
    this.name = 'TooManyParked';
  }
}

/** Streams and documents in which something waits. */
export class Queues {
  private readonly streams = new Set<string>();
  private readonly documents = new Set<string>();

  add({ stream, documents }: Pick<ParkedEvent, 'stream' | 'documents'>): void {
    this.streams.add(stream);
    for (const id of documents) this.documents.add(id);
  }

  /** Whether an event must wait, too: its stream's order or a document's would be broken. */
  hold(stream: string, documents: readonly string[]): boolean {
    return this.streams.has(stream) || documents.some((id) => this.documents.has(id));
  }
}

/**
 * The events that a view has not taken, as committed and as the batch at hand changes them.
 *
 * An event that the view cannot fold waits, and with it the rest of its stream, because rules build an event on those
 * before it in its stream. Whatever touches a document that something waits for waits as well, whatever its stream:
 * so every document takes its events in the order of the log, and is right again once they are let in.
 */
export class Parking {
  private readonly known: Map<string, ParkedEvent>;
  private readonly changed = new Map<string, ParkedEvent>();
  private readonly gone = new Set<string>();
  private queues = new Queues();

  /** @param known in the order of the log */
  constructor(known: readonly ParkedEvent[] = []) {
    this.known = new Map(known.map((event) => [event.position, event]));
    this.queue();
  }

  get isEmpty(): boolean {
    return this.known.size + this.changed.size === 0;
  }

  /** Events that the batch at hand parks. */
  get newlyParked(): number {
    return this.changed.size;
  }

  holds({ logged, ids }: Incoming): boolean {
    return !this.isEmpty && this.queues.hold(logged.stream, ids);
  }

  /** @param failure absent where it waits behind another @throws TooManyParked */
  park({ logged: { position, stream, revision, type }, ids }: Incoming, failure?: unknown): void {
    if (this.known.size + this.changed.size >= PARKED_MAX) throw new TooManyParked({ cause: failure });
    const error = failure === undefined ? {} : { error: textOf(failure) };
    const parked = { position, stream, revision, type, documents: ids, ...error };
    this.changed.set(position, parked);
    this.queues.add(parked);
  }

  skip({ asked, ...event }: ParkedEvent): void {
    this.changed.set(event.position, { ...event, skipped: asked });
  }

  release(position: string): void {
    this.gone.add(position);
  }

  /** What the batch at hand changes, for its commit. */
  changes(): { parked: readonly ParkedEvent[]; released: readonly string[] } {
    return { parked: [...this.changed.values()], released: [...this.gone] };
  }

  /** The batch was committed. */
  keep(): void {
    if (this.changed.size + this.gone.size === 0) return;
    for (const [position, event] of this.changed) this.known.set(position, event);
    for (const position of this.gone) this.known.delete(position);
    this.forget();
  }

  /** The batch is thrown away. */
  forget(): void {
    this.changed.clear();
    this.gone.clear();
    this.queue();
  }

  private queue(): void {
    this.queues = new Queues();
    for (const event of this.known.values()) if (!event.skipped) this.queues.add(event);
  }
}

const textOf = (failure: unknown): string =>
  (failure instanceof Error ? failure.message : String(failure)).slice(0, ERROR_CHARACTERS_MAX);
