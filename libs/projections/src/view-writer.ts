import type { Catalogue, EventStore, LoggedEvent, Recorder } from '@pm/eventing';
import type { Event, Recorded, View } from '@pm/kernel';
import { Batch } from './batch.js';
import { checkpointAt, positionIn, repairsIn } from './checkpoint.js';
import { type Incoming, Parking } from './parking.js';
import { RecentDocuments } from './recent-documents.js';
import { settle } from './settle.js';
import type { Generation, ViewStore } from './view-store.js';

/** What a projector reads and writes. */
export interface ProjectorPorts {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly recorder: Recorder;
  readonly catalogue: Catalogue;
}

/** Any view, whatever its documents. */
// oxlint-disable-next-line typescript/no-explicit-any -- documents and sums of different views share no type
export type AnyView = View<any, any, any>;

/** Documents of any view, as a run of events changes them. */
export type AnyBatch = Batch<object, Event, object>;

/** What one runner knows of a view's generation, and its commits: documents, parked events and checkpoint, all together. */
export class ViewWriter {
  readonly generation: Generation;
  parking = new Parking();
  private readonly recent = new RecentDocuments<object, object>();
  private checkpoint: string | undefined;

  constructor(
    readonly view: AnyView,
    private readonly ports: ProjectorPorts,
  ) {
    this.generation = { view: view.name, revision: view.revision, indexes: view.indexes ?? [] };
  }

  /** Finds out where the generation is now, whoever was at it before. */
  async begin(): Promise<void> {
    const { views } = this.ports;
    await views.prepare(this.generation);
    this.recent.clear();
    this.checkpoint = await views.checkpoint(this.generation);
    this.parking = new Parking(await views.parked(this.generation));
  }

  /** Up to here every event is in the view, or is parked; undefined at the start of the log. */
  get position(): string | undefined {
    return this.checkpoint && positionIn(this.checkpoint);
  }

  /** What the view is given of a stored event; nothing where this version of the code does not know its type. */
  incoming(logged: LoggedEvent): Incoming[] {
    try {
      const event = this.ports.recorder.toRecorded(logged) as Recorded<Event> | undefined;
      return event ? [{ logged, event, ids: [this.view.key(event) ?? []].flat() }] : [];
    } catch (failure) {
      return [{ logged, ids: [], failure }];
    }
  }

  newBatch(): AnyBatch {
    return new Batch(this.view, this.ports.views, this.generation, this.recent);
  }

  /** Brings a batch's sums up to date. @returns why they cannot be; undefined where they are */
  async settle(batch: AnyBatch): Promise<unknown> {
    try {
      if (this.view.rollup) await settle(this.view.rollup, batch);
      return undefined;
    } catch (error) {
      batch.throwIfNotLoaded(error);
      return error;
    }
  }

  /** Commits a settled batch that goes up to a position. */
  advance(batch: AnyBatch, position: string): Promise<void> {
    return this.commit(batch, checkpointAt(position, this.repairs));
  }

  /** Commits a settled batch of what comes later than its place. */
  repair(batch: AnyBatch): Promise<void> {
    return this.commit(batch, checkpointAt(this.position!, this.repairs + 1));
  }

  private get repairs(): number {
    return this.checkpoint ? repairsIn(this.checkpoint) : 0;
  }

  private async commit(batch: AnyBatch, to: string): Promise<void> {
    const documents = batch.changed();
    const entries = batch.entries();
    const { generation, checkpoint: from } = this;
    await this.ports.views.commit({ generation, from, to, documents, entries, ...this.parking.changes() });
    this.checkpoint = to;
    this.parking.keep();
    for (const document of documents) this.recent.set(document.id, document);
  }
}
