import { repairsIn } from './checkpoint.js';
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
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Pick<ViewStore, 'checkpoint'>,
    private readonly held: Held,
  ) {}

  /** One reader at a time catches up; the others wait for it. */
  follow(generation: Generation): Promise<void> {
    this.following = this.following.then(
      () => this.catchUp(generation),
      () => this.catchUp(generation),
    );
    return this.following;
  }

  /** What was read while the view moved may be of two commits: it is gone on with until it is of one. */
  private async catchUp(generation: Generation): Promise<void> {
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      const to = await this.store.checkpoint(generation);
      if (generation.revision !== this.generation?.revision || isOtherwise(this.checkpoint ?? '', to ?? '')) {
        this.generation = generation;
        this.checkpoint = undefined;
        this.held.forget();
      }
      if (to === undefined || to === this.checkpoint) return;
      if (this.checkpoint === undefined) await this.held.read(generation, to);
      else await this.held.goOn(generation, this.checkpoint, to);
      this.checkpoint = to;
    }
  }
}

/** Whether what was read up to one checkpoint may stand no more at another: built anew, or repaired before it. */
const isOtherwise = (read: string, now: string): boolean => now < read || repairsIn(now) !== repairsIn(read);
