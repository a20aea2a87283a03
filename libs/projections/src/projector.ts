import {
  type EventStore,
  type Page,
  type Recorder,
  Subscription,
  UnknownPosition,
  placeIn,
} from '@pm/eventing';
import type { Catalogue } from '@pm/eventing';
import type { Event, Recorded, View } from '@pm/kernel';
import { Batch } from './batch.js';
import { settle } from './settle.js';
import type { Generation, StoredDocument, ViewStore } from './view-store.js';

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

/** How much a projector takes at a time. */
export interface Pace {
  /** Events read at once. */
  readonly pageEvents: number;
  /** While it catches up: changed documents from which on it commits. */
  readonly batchDocuments: number;
}

const PACE: Pace = { pageEvents: 1000, batchDocuments: 20_000 };
const CACHED_DOCUMENTS_MAX = 20_000;
const POLL_MS = 100;

/**
 * Keeps one view in step with the log. Live, every page is committed; while it catches up, pages are gathered so that
 * each document is written once. A view of a new revision is built beside the one being read and swapped in when it
 * has caught up.
 */
export class Projector {
  readonly generation: Generation;
  private readonly types: readonly string[];
  private readonly cache = new Map<string, StoredDocument>();
  private batch: Batch<object, Event, object>;
  private checkpoint: string | undefined;
  private serving = false;

  constructor(
    private readonly view: AnyView,
    private readonly ports: ProjectorPorts,
    private readonly pace: Pace = PACE,
  ) {
    this.generation = { view: view.name, revision: view.revision, indexes: view.indexes ?? [] };
    this.types = view.handles.map((type) => ports.catalogue.storedName(type));
    this.batch = this.newBatch();
  }

  /** Follows the log until stopped. The subscription's `done` fails when the view cannot go on. */
  async follow(): Promise<Subscription> {
    await this.begin();
    const { checkpoint: after, types } = this;
    // The subscription tells of what is new; a view that has nothing before it is complete as it stands.
    if (!this.serving && after === (await this.ports.events.head())) await this.serve();
    const options = { after, types, batch: this.pace.pageEvents, pollMs: POLL_MS };
    return new Subscription(this.ports.events, options, (page) => this.take(page));
  }

  /** Projects up to the end of the log, then returns. */
  async catchUp(): Promise<void> {
    await this.begin();
    let page: Page;
    do {
      const { checkpoint, types } = this;
      page = await this.ports.events.readAll({
        after: this.read ?? checkpoint,
        types,
        limit: this.pace.pageEvents,
      });
      await this.take(page);
    } while (!page.atHead);
  }

  /** Read but not committed yet. */
  private read: string | undefined;

  private async begin(): Promise<void> {
    await this.forgetForeign();
    await this.ports.views.prepare(this.generation);
    this.cache.clear();
    this.batch = this.newBatch();
    this.read = undefined;
    this.checkpoint = await this.ports.views.checkpoint(this.generation);
    const active = await this.ports.views.active(this.view.name);
    this.serving = active?.revision === this.view.revision;
  }

  private async take(page: Page): Promise<void> {
    const events = page.events.flatMap((event) => this.ports.recorder.toRecorded(event) ?? []);
    await this.batch.fold(events as Recorded<Event>[]);
    this.read = page.upTo;
    if (page.atHead || this.batch.size >= this.pace.batchDocuments) await this.commit(page.upTo);
    if (page.atHead && !this.serving) await this.serve();
  }

  private async commit(to: string | undefined): Promise<void> {
    if (to === undefined || to === this.checkpoint) return;
    if (this.view.rollup) await settle(this.view.rollup, this.batch);
    const documents = this.batch.changed();
    const entries = this.batch.entries();
    const { generation, checkpoint: from } = this;
    await this.ports.views.commit({ generation, from, to, documents, entries });
    this.checkpoint = to;
    this.remember(documents);
    this.batch = this.newBatch();
  }

  private remember(documents: readonly StoredDocument[]): void {
    if (this.cache.size + documents.length > CACHED_DOCUMENTS_MAX) this.cache.clear();
    for (const document of documents) this.cache.set(document.id, document);
  }

  private async serve(): Promise<void> {
    const { views } = this.ports;
    await views.activate(this.generation);
    this.serving = true;
    for (const other of await views.generations()) {
      if (other.view === this.view.name && other.revision < this.view.revision) await views.drop(other);
    }
  }

  /** A view of another log, or of a longer one than this, is thrown away: it shows what never happened here. */
  private async forgetForeign(): Promise<void> {
    const { events, views } = this.ports;
    const checkpoint = await views.checkpoint(this.generation);
    if (checkpoint === undefined) return;
    const head = await events.head();
    if (!isOf(events.logId, checkpoint) || head === undefined || checkpoint > head)
      await views.drop(this.generation);
  }

  private newBatch(): Batch<object, Event, object> {
    return new Batch(this.view, this.ports.views, this.generation, this.cache);
  }
}

function isOf(logId: string, position: string): boolean {
  try {
    return Boolean(placeIn(logId, position));
  } catch (error) {
    if (error instanceof UnknownPosition) return false;
    throw error;
  }
}
