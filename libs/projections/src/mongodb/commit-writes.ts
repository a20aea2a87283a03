import type { ClientSession, Collection } from 'mongodb';
import { writeUnlessThere } from '@pm/eventing/mongodb';
import type { Collections, CommitPart, CommitRow, PartRow } from './collections.js';
import type { DocumentRow } from './document-form.js';
import type { EntryRow } from './entry-form.js';
import type { ParkedRow } from './parked-form.js';

/** A commit in the form in which it is stored. */
export interface StoredCommit extends CommitPart {
  readonly place: string;
  readonly from: string | null;
  readonly to: string;
}

/** The writes of which commits are made. Each can be done again at any time, and then changes nothing. */
export class CommitWrites {
  constructor(private readonly collections: Collections) {}

  async parts(parts: readonly PartRow[]): Promise<void> {
    for (const part of parts) await this.collections.parts.insertOne({ ...part });
  }

  /** The commit point. @returns false where the last commit ended elsewhere, and nothing was changed */
  async commit({ _id, ...commit }: CommitRow, session?: ClientSession): Promise<boolean> {
    const replaced = await this.collections.commits.replaceOne({ _id, to: commit.from }, commit, { session });
    return replaced.matchedCount === 1;
  }

  async entries(place: string, rows: readonly EntryRow[], session?: ClientSession): Promise<void> {
    if (rows.length === 0) return;
    const inserts = rows.map((row) => ({ insertOne: { document: { ...row } } }));
    const write = () => this.collections.entries(place).bulkWrite(inserts, { ordered: false, session });
    await unlessThere(write, session);
  }

  documents(place: string, rows: readonly DocumentRow[], session?: ClientSession): Promise<void> {
    return replaceOlder(this.collections.documents(place), rows, session);
  }

  parked(place: string, rows: readonly ParkedRow[], session?: ClientSession): Promise<void> {
    return replaceOlder(this.collections.parked(place), rows, session);
  }

  /** @returns false where it is not at the commit's start, and nothing was changed */
  async checkpoint(
    { place, from, to }: Pick<StoredCommit, 'place' | 'from' | 'to'>,
    session?: ClientSession,
  ) {
    const filter = { place, checkpoint: from };
    const moved = await this.collections.generations.updateOne(
      filter,
      { $set: { checkpoint: to } },
      { session },
    );
    return moved.matchedCount === 1;
  }

  /** Removes parts of commits that are done, or that came too late ever to be. */
  async forgetParts(place: string, upTo: string): Promise<void> {
    await this.collections.parts.deleteMany({ place, to: { $lte: upTo } });
  }
}

/** What knows the checkpoint that it was written at. */
interface Placed {
  readonly _id: string;
  readonly _p: string;
}

async function replaceOlder<Row extends Placed>(
  rowsThere: Collection<Row>,
  rows: readonly Row[],
  session: ClientSession | undefined,
): Promise<void> {
  if (rows.length === 0) return;
  // The driver finds no filter by name for a row of any kind.
  const collection = rowsThere as unknown as Collection<Placed>;
  const replacements = rows.map((row) => ({
    replaceOne: { filter: { _id: row._id, _p: { $lt: row._p } }, replacement: row, upsert: true },
  }));
  await unlessThere(() => collection.bulkWrite(replacements, { ordered: false, session }), session);
}

/** In a transaction nothing can be there, written before or by a newer runner: the commit point has just held. */
async function unlessThere(write: () => Promise<unknown>, session: ClientSession | undefined): Promise<void> {
  await (session ? write() : writeUnlessThere(write));
}
