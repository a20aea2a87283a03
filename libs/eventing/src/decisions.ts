import { setTimeout as delay } from 'node:timers/promises';
import { Rejection, type Event, type Fold, type Instant } from '@pm/kernel';
import { canonicalJson } from './canonical.js';
import type { Clock } from './clock.js';
import type { CommandContext } from './command-context.js';
import { type EventStore, VersionConflict } from './event-store.js';
import { newId } from './ids.js';
import type { Keys } from './keys.js';
import { KeyedQueue } from './keyed-queue.js';
import type { Recorder } from './recording.js';
import { fingerprint } from './sealing.js';
import { StreamCache, type LoadedStream } from './stream-cache.js';

/** What came of a command. */
export interface Decided {
  /** The stream's id within its category: the aggregate's id. */
  readonly id: string;
  /** Of the stream's last event. */
  readonly revision: number;
  /** Views that have reached it show the outcome; undefined where nothing was ever recorded. */
  readonly position?: string;
  /** How many events it recorded; 0 where there was nothing new. */
  readonly recorded: number;
  /** Of what it recorded, in order. */
  readonly types: readonly string[];
  /** True where the same request had been carried out before. */
  readonly repeated: boolean;
}

/** One decision to make: on which stream, who asks, what they sent, and the rule. */
export interface Decision<State, E extends Event> {
  readonly fold: Fold<State, E>;
  readonly id: string;
  readonly by: CommandContext;
  /** What was sent, to tell a repeated request from another one under the same key. */
  readonly input: object;
  decide(state: State, now: Instant): Promise<readonly E[] | Rejection>;
}

/** The caller saw another revision (If-Match) than the stream now has. Nothing was stored. */
export class RevisionMismatch extends Error {
  constructor(readonly actual: number) {
    super(`the current revision is ${actual}`);
    this.name = 'RevisionMismatch';
  }
}

/** Other writers were first, again and again. Nothing was stored; try again. */
export class ConcurrentChange extends Error {
  constructor(options?: ErrorOptions) {
    super('others changed the same thing at the same time; nothing was stored, try again', options);
    this.name = 'ConcurrentChange';
  }
}

/** The idempotency key was used before, with another request. Nothing was stored. */
export class KeyReused extends Error {
  constructor() {
    super('the idempotency key was used before with another request; use a new key for a new request');
    this.name = 'KeyReused';
  }
}

const ATTEMPTS = 8;

/** The one command loop: read, fold, decide, append at the revision read. Only a version conflict is tried again. */
export class Decisions {
  private readonly streams: StreamCache;
  private readonly queue = new KeyedQueue();

  constructor(
    private readonly store: EventStore,
    private readonly recorder: Recorder,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {
    this.streams = new StreamCache(store, recorder);
  }

  /**
   * @throws Rejection, RevisionMismatch, ConcurrentChange, KeyReused and what {@link EventStore.append} throws
   */
  async make<State, E extends Event>(decision: Decision<State, E>): Promise<Decided> {
    const stream = streamName(decision.fold, decision.id);
    return this.queue.run(stream, () => this.decided(stream, decision));
  }

  /** The current state of a stream; its initial one where it does not exist. */
  async state<State, E extends Event>(fold: Fold<State, E>, id: string): Promise<State> {
    return (await this.streams.load(fold, streamName(fold, id))).state;
  }

  /** The revision that a stream had at a position of the log; -1 before its first event. */
  async revisionAt<State, E extends Event>(
    fold: Fold<State, E>,
    id: string,
    position: string,
  ): Promise<number> {
    const stream = streamName(fold, id);
    const { end, position: last = '' } = await this.streams.load(fold, stream);
    if (last <= position) return end.revision;
    const events = await this.store.readStream(stream);
    return events.findLast((event) => event.position <= position)?.revision ?? -1;
  }

  private async decided<State, E extends Event>(
    stream: string,
    decision: Decision<State, E>,
  ): Promise<Decided> {
    const request: Asked = { requestHash: await this.requestHash(decision), ids: [] };
    let conflict: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await delay(Math.random() * 2 ** attempt);
      try {
        return await this.attempt(stream, decision, request);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        conflict = error;
      }
    }
    throw new ConcurrentChange({ cause: conflict });
  }

  private async attempt<State, E extends Event>(
    stream: string,
    decision: Decision<State, E>,
    { requestHash, ids }: Asked,
  ): Promise<Decided> {
    const { by, id } = decision;
    const loaded = await this.streams.load(decision.fold, stream);
    const earlier = earlierOutcome(loaded, decision, requestHash);
    if (earlier) return earlier;
    const recordedAt = this.clock.now();
    const outcome = await decision.decide(loaded.state, recordedAt);
    if (outcome instanceof Rejection) throw outcome;
    // Only now: whoever may not do it is not told which revision there is.
    refuseUnseen(loaded, by);
    const last = loaded.end.revision;
    if (outcome.length === 0)
      return { id, revision: last, position: loaded.position, recorded: 0, types: [], repeated: false };
    while (ids.length < outcome.length) ids.push(newId());
    const recording = { by, recordedAt, requestHash, ids };
    const events = await this.recorder.toStored(stream, loaded.end, outcome, recording);
    const { revision, position } = await this.store.append(stream, last < 0 ? 'none' : last, events);
    // Of several, only the position of the last one is told.
    if (events.length === 1) this.streams.appended(decision.fold, loaded, { ...events[0]!, position });
    const types = outcome.map(({ type }) => type);
    return { id, revision, position, recorded: types.length, types, repeated: false };
  }

  private async requestHash({
    by,
    input,
  }: {
    by: CommandContext;
    input: object;
  }): Promise<string | undefined> {
    return by.repeatable ? fingerprint(this.keys, canonicalJson(input), by.actor) : undefined;
  }
}

/** What stays the same however often a command is tried. */
interface Asked {
  readonly requestHash: string | undefined;
  readonly ids: string[];
}

export const streamName = ({ category }: { readonly category: string }, id: string): string =>
  `${category}-${id}`;

function earlierOutcome(
  { commands }: LoadedStream<unknown>,
  { by, id }: { by: CommandContext; id: string },
  requestHash: string | undefined,
): Decided | undefined {
  const earlier = by.repeatable ? commands.get(by.commandId) : undefined;
  if (!earlier) return undefined;
  if (earlier.requestHash !== requestHash) throw new KeyReused();
  const { revision, position } = earlier;
  return { id, revision, position, recorded: 0, types: [], repeated: true };
}

/** Refuses a caller who saw another revision. */
function refuseUnseen({ end }: LoadedStream<unknown>, { expectedRevision }: CommandContext): void {
  if (expectedRevision !== undefined && expectedRevision !== end.revision)
    throw new RevisionMismatch(end.revision);
}
