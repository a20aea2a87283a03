import type { Event, View } from '@pm/kernel';
import type { Documents } from './children.js';
import { DocumentsNow, type Looking } from './documents-now.js';
import { DocumentsThen } from './documents-then.js';
import { Follower } from './follower.js';
import type { Generation, Moment, StoredDocument, ViewStore } from './view-store.js';

/** Statements take far more memory than documents: they are let go when nobody has asked for a moment for so long. */
const IDLE_MS = 15 * 60_000;

/** What documents stand under, where that is more than they count towards, and which of them are held. */
export interface ViewMemoryOptions<Doc> extends Partial<Omit<Looking<Doc>, 'links'>> {
  /** For how long, in milliseconds, what is held counts as now for whoever asks for nothing newer; not at all where absent. */
  readonly recentMs?: number;
}

/** A view as it is now. */
export interface ShownNow<Doc, Sum> {
  readonly documents: Documents<Doc, Sum>;
  /** The position up to which they show the log, at least; undefined where nothing of the view is there yet. */
  readonly upTo?: string;
}

/**
 * A view with history, held in memory by whoever reads it often: its documents as they are now, and, once somebody has
 * asked for a moment, every statement. Both follow the view's checkpoint at each read, by what was stated since.
 */
export class ViewMemory<Doc extends object, E extends Event, Sum extends object> {
  private readonly looking: Looking<Doc>;
  private readonly current: DocumentsNow<Doc, Sum>;
  private readonly currentFollower: Follower;
  private past: { readonly documents: DocumentsThen<Doc, E, Sum>; readonly follower: Follower } | undefined;
  private readonly idle: NodeJS.Timeout;

  constructor(
    private readonly view: View<Doc, E, Sum>,
    private readonly store: ViewStore,
    { above, among, recentMs }: ViewMemoryOptions<Doc> = {},
  ) {
    const links = (doc: Doc) => view.rollup!.above(doc);
    this.looking = { links, above: above ?? links, among };
    this.current = new DocumentsNow(store, this.looking);
    this.currentFollower = new Follower(store, this.current, recentMs);
    this.idle = setTimeout(() => (this.past = undefined), IDLE_MS).unref();
  }

  /**
   * Every document as it is now, until the next is read: the same object as long as none changes.
   *
   * @param after a position that the view has reached and that must be shown
   */
  async now(generation: Generation, after?: string): Promise<ShownNow<Doc, Sum>> {
    await this.currentFollower.follow(generation, after);
    return { documents: this.current.shown(), upTo: this.currentFollower.upTo };
  }

  /** Every document as it was known and true at a moment, to go on from there by what was stated afterwards. */
  async asOf(generation: Generation, moment: Moment): Promise<Map<string, StoredDocument<Doc, Sum>>> {
    return (await this.stated(generation)).at(moment);
  }

  /** As {@link asOf}, to show: without the sides that do not matter while another one stands. */
  async shownAt(generation: Generation, moment: Moment): Promise<Documents<Doc, Sum>> {
    return (await this.stated(generation)).shownAt(moment);
  }

  private async stated(generation: Generation): Promise<DocumentsThen<Doc, E, Sum>> {
    this.idle.refresh();
    const past = (this.past ??= this.begun());
    await past.follower.follow(generation);
    return past.documents;
  }

  private begun() {
    const documents = new DocumentsThen<Doc, E, Sum>(this.view, this.store, this.looking);
    return { documents, follower: new Follower(this.store, documents) };
  }
}
