import { type Collections, CommitWrites } from '@pm/projections/mongodb';
import { Torn } from './faulty-view-store.js';

/** How a write is torn: it is not done, done by half, or done without its answer. */
export const TEARS = ['before', 'half', 'after'] as const;

export interface Tear {
  /** Which of all writes, from 0. */
  readonly write: number;
  readonly how: (typeof TEARS)[number];
}

/** The writes of commits to MongoDB, of which one is torn. */
export class TornWrites extends CommitWrites {
  private writes = 0;

  constructor(
    collections: Collections,
    private readonly tear: Tear | undefined,
  ) {
    super(collections);
  }

  override parts(...[parts]: Parameters<CommitWrites['parts']>) {
    return this.tearable(
      () => super.parts(parts),
      () => super.parts(half(parts)),
    );
  }

  override commit(...args: Parameters<CommitWrites['commit']>) {
    return this.tearable(() => super.commit(...args));
  }

  override entries(...[place, rows, session]: Parameters<CommitWrites['entries']>) {
    return this.tearable(
      () => super.entries(place, rows, session),
      () => super.entries(place, half(rows), session),
    );
  }

  override documents(...[place, rows, session]: Parameters<CommitWrites['documents']>) {
    return this.tearable(
      () => super.documents(place, rows, session),
      () => super.documents(place, half(rows), session),
    );
  }

  override parked(...[place, rows, session]: Parameters<CommitWrites['parked']>) {
    return this.tearable(
      () => super.parked(place, rows, session),
      () => super.parked(place, half(rows), session),
    );
  }

  override checkpoint(...args: Parameters<CommitWrites['checkpoint']>) {
    return this.tearable(() => super.checkpoint(...args));
  }

  override forgetParts(...args: Parameters<CommitWrites['forgetParts']>) {
    return this.tearable(() => super.forgetParts(...args));
  }

  private async tearable<T>(write: () => Promise<T>, byHalf?: () => Promise<void>): Promise<T> {
    if (this.writes++ !== this.tear?.write) return write();
    if (this.tear.how === 'half') await byHalf?.();
    if (this.tear.how === 'after') await write();
    throw new Torn();
  }
}

const half = <T>(rows: readonly T[]): readonly T[] => rows.slice(0, Math.ceil(rows.length / 2));
