import { positionIn, repairsIn } from './checkpoint.js';
import type { Generation, ViewStore } from './view-store.js';

/** What somebody holds of a view in memory. */
export interface Held {
  /** Reads all of it, up to a checkpoint. */
  read(generation: Generation, to: string): Promise<void>;

  /** Goes on from one checkpoint to a later one. */
  goOn(generation: Generation, from: string, to: string): Promise<void>;

  /** Nothing of it may stand any more. */
  forget(): void;
}

/** How often a reader looks again whether the view has moved meanwhile. */
const TURNS_MAX = 3;

/** Keeps what is held of a view in step with its checkpoint. */
export class Follower {
  private generation: Generation | undefined;
  private checkpoint: string | undefined;
  /** When it was last found to be what the view is. */
  private currentMs = -Infinity;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Pick<ViewStore, 'checkpoint'>,
    private readonly held: Held,
    /** For how long, in milliseconds, what was found counts as now for whoever asks for nothing newer. */
    private readonly recentMs = 0,
  ) {}

  /** Up to here the view is held at least, also while it is gone on with; undefined where nothing of it is. */
  get upTo(): string | undefined {
    return this.checkpoint && positionIn(this.checkpoint);
  }

  /**
   * One reader at a time catches up; the others wait for it.
   *
   * @param after a position that the view has reached and the reader wants to see
   */
  async follow(generation: Generation, after = ''): Promise<void> {
    if (this.isRecent(generation, after)) return;
    this.following = this.following.then(
      () => this.catchUp(generation),
      () => this.catchUp(generation),
    );
    await this.following;
  }

  private isRecent({ revision }: Generation, after: string): boolean {
    if (revision !== this.generation?.revision || (this.checkpoint ?? '') < after) return false;
    return performance.now() - this.currentMs < this.recentMs;
  }

  /** What was read while the view moved may be of two commits: it is gone on with until it is of one. */
  private async catchUp(generation: Generation): Promise<void> {
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      const to = await this.store.checkpoint(generation);
      if (generation.revision !== this.generation?.revision || isOtherwise(this.checkpoint ?? '', to ?? '')) {
        this.generation = generation;
        this.checkpoint = undefined;
        this.currentMs = -Infinity;
        this.held.forget();
      }
      if (to === undefined) return;
      if (to === this.checkpoint) {
        this.currentMs = performance.now();
        return;
      }
      if (this.checkpoint === undefined) await this.held.read(generation, to);
      else await this.held.goOn(generation, this.checkpoint, to);
      this.checkpoint = to;
    }
  }
}

/** Whether what was read up to one checkpoint may stand no more at another: built anew, or repaired before it. */
const isOtherwise = (read: string, now: string): boolean => now < read || repairsIn(now) !== repairsIn(read);
