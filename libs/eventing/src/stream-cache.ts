import { type Event, type Fold, Recent, type Recorded } from '@pm/kernel';
import { hashOf } from './canonical.js';
import type { EventStore, LoggedEvent } from './event-store.js';
import { NO_STREAM, type Recorder, type StreamEnd } from './recording.js';

/** An earlier command on a stream, by its id. */
export interface EarlierCommand {
  readonly requestHash?: string;
  readonly revision: number;
  readonly position: string;
}

/** A stream as folded up to its last event. */
export interface LoadedStream<State> {
  readonly state: State;
  readonly end: StreamEnd;
  /** Of its last event. */
  readonly position?: string;
  readonly commands: ReadonlyMap<string, EarlierCommand>;
}

const CACHED_STREAMS_LEAST = 3000;

/** Loads streams by folding what came since the last look; always reads up to the stream's current end. */
export class StreamCache {
  private readonly streams = new Recent<string, LoadedStream<unknown>>(CACHED_STREAMS_LEAST);

  constructor(
    private readonly store: EventStore,
    private readonly recorder: Recorder,
  ) {}

  async load<State, E extends Event>(fold: Fold<State, E>, stream: string): Promise<LoadedStream<State>> {
    const known = this.streams.get(stream) as LoadedStream<State> | undefined;
    const start = known ?? { state: fold.initial, end: NO_STREAM, commands: new Map() };
    const since = await this.store.readStream(stream, start.end.revision + 1);
    const loaded = since.length === 0 ? start : this.extended(fold, start, since);
    if (loaded.end.revision >= 0) this.streams.set(stream, loaded);
    return loaded;
  }

  /** Goes on with the one event that was appended to a stream as it was loaded: it need not be read back. */
  appended<State, E extends Event>(
    fold: Fold<State, E>,
    onto: LoadedStream<State>,
    { data, ...event }: LoggedEvent,
  ): void {
    // As it would be read back: what was sent belongs to its sender, and may hold what JSON does not.
    const stored = { ...event, data: JSON.parse(JSON.stringify(data)) as object };
    this.streams.set(event.stream, this.extended(fold, onto, [stored]));
  }

  private extended<State, E extends Event>(
    fold: Fold<State, E>,
    start: LoadedStream<State>,
    since: readonly LoggedEvent[],
  ): LoadedStream<State> {
    const commands = new Map(start.commands);
    let state = start.state;
    for (const logged of since) {
      const recorded = this.recorder.toRecorded(logged);
      if (!recorded)
        throw new Error(`${logged.stream} holds ${logged.type}, which this version does not know: update it`);
      state = fold.evolve(state, recorded as Recorded<E>);
      const { commandId, requestHash } = logged.metadata;
      commands.set(commandId, { requestHash, revision: logged.revision, position: logged.position });
    }
    const last = since.at(-1)!;
    return { state, end: { revision: last.revision, hash: hashOf(last) }, position: last.position, commands };
  }
}
