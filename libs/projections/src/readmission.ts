import type { EventStore, LoggedEvent } from '@pm/eventing';
import { type Incoming, type ParkedEvent, Queues } from './parking.js';
import type { ViewWriter } from './view-writer.js';

/**
 * One pass over what a view has parked, in the order of the log: does what operators ask for, and lets in what nothing
 * holds back any more. Each event is a commit of its own, so that a pass that breaks off is gone on with by the next.
 */
export class Readmission {
  /** What is still parked before the event at hand. */
  private readonly queues = new Queues();
  private readonly streams = new Map<string, readonly LoggedEvent[]>();

  constructor(
    private readonly writer: ViewWriter,
    private readonly events: EventStore,
  ) {}

  async pass(parked: readonly ParkedEvent[]): Promise<void> {
    for (const event of parked) {
      if (event.skipped) continue;
      if (event.asked?.to === 'skip') await this.leaveOut(event);
      else if (!(await this.isLetIn(event))) this.queues.add(event);
    }
  }

  private async leaveOut(parked: ParkedEvent): Promise<void> {
    this.writer.parking.skip(parked);
    await this.writer.repair(this.writer.newBatch());
  }

  private async isLetIn(parked: ParkedEvent): Promise<boolean> {
    const isFailed = parked.error !== undefined && !parked.asked;
    if (isFailed || this.queues.hold(parked.stream, parked.documents)) return false;
    const [incoming] = await this.incoming(parked);
    // Corrected code may find that it touches other documents.
    if (incoming && this.queues.hold(parked.stream, incoming.ids)) return false;
    return this.isTaken(parked, incoming);
  }

  /** @param incoming absent where the code does not know its type any more: there is nothing to take */
  private async isTaken({ position }: ParkedEvent, incoming: Incoming | undefined): Promise<boolean> {
    const { writer } = this;
    const batch = writer.newBatch();
    await batch.ensure(incoming?.ids ?? []);
    const failure = incoming && ((await batch.take(incoming)) ?? (await writer.settle(batch)));
    if (incoming && failure !== undefined) writer.parking.park(incoming, failure);
    else writer.parking.release(position);
    await writer.repair(failure === undefined ? batch : writer.newBatch());
    return failure === undefined;
  }

  private async incoming({ stream, revision }: ParkedEvent): Promise<Incoming[]> {
    let events = this.streams.get(stream);
    if (!events) {
      events = await this.events.readStream(stream, revision);
      this.streams.set(stream, events);
    }
    // Read from the first one that was let in: revisions have no holes.
    const logged = events[revision - (events[0]?.revision ?? 0)];
    return logged ? this.writer.incoming(logged) : [];
  }
}
