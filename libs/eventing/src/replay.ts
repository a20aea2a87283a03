import type { Event, Instant, Recorded } from '@pm/kernel';
import type { Catalogue } from './catalogue.js';
import { type EventStore, LIMITS, type LoggedEvent } from './event-store.js';
import type { Recorder } from './recording.js';

/** A pair of times, inclusive: what was true at `asOf`, as known at `asKnownAt`. Now and the head where absent. */
export interface Moments {
  readonly asOf?: Instant;
  readonly asKnownAt?: Instant;
}

/** Whether a moment other than now and the head is asked for. */
export const isPast = ({ asOf, asKnownAt }: Moments): boolean =>
  asOf !== undefined || asKnownAt !== undefined;

/** From when on a fact is true. */
export type TrueFrom<E extends Event> = (event: Recorded<E>) => Instant;

/** As it says, else from when it was recorded. */
export const trueFrom: TrueFrom<Event> = ({ effectiveAt, metadata }) => effectiveAt ?? metadata.recordedAt;

/**
 * Reads events as of a moment: those known by then and true by then, in the order of the log. Folded like any others
 * they give the state as of that moment; nothing is stored for it.
 */
export class Replay {
  constructor(
    private readonly events: EventStore,
    private readonly recorder: Recorder,
    private readonly catalogue: Catalogue,
  ) {}

  /** Of some streams. Costs one read of each. */
  async ofStreams<E extends Event>(
    streams: readonly string[],
    at: Moments,
    from: TrueFrom<E> = trueFrom,
  ): Promise<Recorded<E>[]> {
    const known = await this.known(at);
    if (known === null) return [];
    const logged: LoggedEvent[] = [];
    for (const stream of streams) logged.push(...(await this.events.readStream(stream)));
    const inOrder = logged.sort((a, b) => (a.position < b.position ? -1 : 1));
    return this.recorded<E>(inOrder, known).filter((event) => isTrueBy(from(event), at));
  }

  /** Of some types, from every stream. Costs one pass over the events of these types in the whole log. */
  async ofTypes<E extends Event>(
    types: readonly E['type'][],
    at: Moments,
    from: TrueFrom<E> = trueFrom,
  ): Promise<Recorded<E>[]> {
    const known = await this.known(at);
    if (known === null) return [];
    const stored = types.map((type) => this.catalogue.storedName(type));
    const found: Recorded<E>[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await this.events.readAll({ after, types: stored, limit: LIMITS.pageEvents });
      for (const event of this.recorded<E>(page.events, known))
        if (isTrueBy(from(event), at)) found.push(event);
      after = page.upTo;
      if (page.atHead || isAfter(after, known)) return found;
    }
  }

  /** The last position known by then; undefined for all there are, null where nothing was known. */
  private async known({ asKnownAt }: Moments): Promise<string | undefined | null> {
    return asKnownAt && ((await this.events.positionAt(asKnownAt)) ?? null);
  }

  private recorded<E extends Event>(
    logged: readonly LoggedEvent[],
    known: string | undefined,
  ): Recorded<E>[] {
    return logged
      .filter(({ position }) => !isAfter(position, known))
      .flatMap((event) => (this.recorder.toRecorded(event) as Recorded<E> | undefined) ?? []);
  }
}

const isTrueBy = (from: Instant, { asOf }: Moments): boolean => asOf === undefined || from <= asOf;

const isAfter = (position: string | undefined, known: string | undefined): boolean =>
  position !== undefined && known !== undefined && position > known;
