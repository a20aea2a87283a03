import type { EventStore, Recorder } from '@pm/eventing';
import type { PersonalText } from '@pm/kernel';

/** An event as histories tell of it: where it stands, who said it, when, and why. */
export interface ToldEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: string;
  /** For whom they acted; absent where for themselves. */
  readonly onBehalfOf?: string;
  readonly recordedAt: string;
  readonly effectiveAt?: string;
  readonly reason?: PersonalText;
}

/** Reads in the log the events that views name. */
export class ToldEvents {
  constructor(
    private readonly events: EventStore,
    private readonly recorder: Recorder,
  ) {}

  /** @param by `<stream>@<revision>`, as statements name the event that made them */
  async of(by: string): Promise<ToldEvent> {
    const at = by.lastIndexOf('@');
    const [stream, revision] = [by.slice(0, at), Number(by.slice(at + 1))];
    const [logged] = await this.events.readStream(stream, revision);
    const { position, type, metadata } = this.recorder.toRecorded(logged!)!;
    const { actor, onBehalfOf, recordedAt, effectiveAt, reason } = metadata;
    return { position, stream, revision, type, actor, onBehalfOf, recordedAt, effectiveAt, reason };
  }
}
