import { type Page, Subscription, UnknownPosition, placeIn } from '@pm/eventing';
import { positionIn } from './checkpoint.js';
import { Readmission } from './readmission.js';
import type { Generation } from './view-store.js';
import { type AnyBatch, type AnyView, type ProjectorPorts, ViewWriter } from './view-writer.js';

/** How much a projector takes at a time. */
export interface Pace {
  /** Events read at once. */
  readonly pageEvents: number;
  /** While it catches up: changed documents from which on it commits. */
  readonly batchDocuments: number;
  /** While it follows: how long whoever began to read the replaced revision may go on, in milliseconds. */
  readonly readersMs: number;
}

const PACE: Pace = { pageEvents: 1000, batchDocuments: 20_000, readersMs: 30_000 };
const POLL_MS = 100;
/** How often a projector that has parked events looks for what operators ask for. */
const ATTEND_MS = 500;

/**
 * Keeps one view in step with the log. Live, every page is committed; while it catches up, pages are gathered so that
 * each document is written once. A view of a new revision is built beside the one being read and swapped in when it
 * has caught up. What the view cannot take is parked, and the rest goes on (see {@link Parking}).
 */
export class Projector {
  private readonly writer: ViewWriter;
  private readonly types: readonly string[];
  private batch: AnyBatch;
  private serving = false;
  /** What the view must show before readers see it: where the log ended when it first seemed to show all of it. */
  private complete: string | undefined;
  private attendAtMs = 0;
  /** When older revisions are dropped; undefined where that is done, or too early. */
  private dropAtMs: number | undefined;
  private readonly pace: Pace;

  constructor(
    private readonly view: AnyView,
    private readonly ports: ProjectorPorts,
    pace: Partial<Pace> = {},
  ) {
    this.pace = { ...PACE, ...pace };
    this.writer = new ViewWriter(view, ports);
    this.types = view.handles.map((type) => ports.catalogue.storedName(type));
    this.batch = this.writer.newBatch();
  }

  get generation(): Generation {
    return this.writer.generation;
  }

  /** Follows the log until stopped. The subscription's `done` fails when the view cannot go on. */
  async follow(): Promise<Subscription> {
    await this.begin();
    const { types } = this;
    const after = this.writer.position;
    // The subscription tells of what is new; a view that has nothing before it is complete as it stands.
    if (!this.serving && after === (await this.ports.events.head())) await this.serve();
    const onIdle = () => this.attendAtTimes();
    const options = { after, types, batch: this.pace.pageEvents, pollMs: POLL_MS, onIdle };
    return new Subscription(this.ports.events, options, (page) => this.take(page));
  }

  /** Projects up to the end of the log, then returns. */
  async catchUp(): Promise<void> {
    await this.begin();
    let page: Page;
    do {
      page = await this.ports.events.readAll({
        after: this.read ?? this.writer.position,
        types: this.types,
        limit: this.pace.pageEvents,
      });
      await this.take(page);
    } while (!page.atHead || !this.serving);
    await this.dropOlder();
    await this.attend();
  }

  /** Read but not committed yet. */
  private read: string | undefined;

  private async begin(): Promise<void> {
    await this.forgetForeign();
    await this.writer.begin();
    this.batch = this.writer.newBatch();
    this.read = undefined;
    this.complete = undefined;
    const active = await this.ports.views.active(this.view.name);
    this.serving = active?.revision === this.view.revision;
    if (this.serving) this.dropAtMs = performance.now() + this.pace.readersMs;
  }

  private async take(page: Page): Promise<void> {
    const { writer } = this;
    await this.batch.fold(
      page.events.flatMap((logged) => writer.incoming(logged)),
      writer.parking,
    );
    this.read = page.upTo;
    const size = this.batch.size + writer.parking.newlyParked;
    if (page.atHead || size >= this.pace.batchDocuments) await this.commit(page.upTo);
    if (page.atHead && !this.serving) await this.serveOnceComplete();
  }

  private async commit(to: string | undefined): Promise<void> {
    if (to === undefined || to === this.writer.position) return;
    const failure = await this.writer.settle(this.batch);
    if (failure === undefined) await this.writer.advance(this.batch, to);
    else await this.oneByOne(to);
    this.batch = this.writer.newBatch();
  }

  /** Goes on from the checkpoint an event at a time, so that the one is found and parked that cannot be added up. */
  private async oneByOne(to: string): Promise<void> {
    const { writer, types } = this;
    writer.parking.forget();
    while (writer.position === undefined || writer.position < to) {
      const page = await this.ports.events.readAll({ after: writer.position, types, limit: 1 });
      const reached = page.upTo! < to ? page.upTo! : to;
      const [next] = page.events
        .filter(({ position }) => position <= to)
        .flatMap((logged) => writer.incoming(logged));
      const batch = writer.newBatch();
      if (next) await batch.fold([next], writer.parking);
      const failure = await writer.settle(batch);
      if (next && failure !== undefined) writer.parking.park(next, failure);
      await writer.advance(failure === undefined ? batch : writer.newBatch(), reached);
    }
  }

  private async attendAtTimes(): Promise<void> {
    const now = performance.now();
    if (now < this.attendAtMs) return;
    this.attendAtMs = now + ATTEND_MS;
    if (this.dropAtMs !== undefined && now > this.dropAtMs) await this.dropOlder();
    await this.attend();
  }

  private async attend(): Promise<void> {
    if (this.writer.parking.isEmpty) return;
    const parked = await this.ports.views.parked(this.generation);
    await new Readmission(this.writer, this.ports.events).pass(parked);
  }

  /** A server that is stopping may end a read as if the log ended there: the log is asked, too. */
  private async serveOnceComplete(): Promise<void> {
    this.complete ??= await this.ports.events.head();
    if ((this.complete ?? '') <= (this.writer.position ?? '')) await this.serve();
  }

  private async serve(): Promise<void> {
    await this.ports.views.activate(this.generation);
    this.serving = true;
    this.dropAtMs = performance.now() + this.pace.readersMs;
  }

  private async dropOlder(): Promise<void> {
    const { views } = this.ports;
    this.dropAtMs = undefined;
    for (const other of await views.generations()) {
      if (this.takesPlaceOf(other)) await views.drop(other);
    }
  }

  private takesPlaceOf({ view, revision }: Generation): boolean {
    const { name, replaces = [] } = this.view;
    return view === name ? revision < this.view.revision : replaces.includes(view);
  }

  /** A view of another log, or of a longer one than this, is thrown away: it shows what never happened here. */
  private async forgetForeign(): Promise<void> {
    const { events, views } = this.ports;
    const checkpoint = await views.checkpoint(this.generation);
    if (checkpoint === undefined) return;
    const position = positionIn(checkpoint);
    const head = await events.head();
    if (!isOf(events.logId, position) || head === undefined || position > head)
      await views.drop(this.generation);
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
