import { ObjectId } from 'mongodb';
import { StoreUnavailable } from '@pm/eventing';
import type { Collections, CommitPart, CommitRow, GenerationRow } from './collections.js';
import { partsOf } from './commit-parts.js';
import type { CommitWrites, StoredCommit } from './commit-writes.js';

/**
 * Commits on a server without transactions. All that a commit changes is stored first and done then; what was begun is
 * done again, from what was stored, by whoever prepares the generation next.
 *
 * 1. The commit is stored in place of the one before it, if that one ended where this one starts. Now it has happened.
 * 2. Statements are inserted where they are not there; documents and parked events are replaced where they are older.
 * 3. The checkpoint moves.
 *
 * A runner that slept in between finds every document as new as its own or newer, and changes nothing.
 */
export class CommitJournal {
  constructor(
    private readonly collections: Collections,
    private readonly writes: CommitWrites,
  ) {}

  /** @returns false where another runner was first, and nothing was changed */
  async commit(commit: StoredCommit): Promise<boolean> {
    const { place, from, to } = commit;
    const [held, ...others] = partsOf(commit);
    const parts = { by: new ObjectId().toHexString(), count: others.length };
    await this.writes.parts(others.map((part) => ({ place, to, by: parts.by, ...part })));
    if (!(await this.writes.commit({ _id: place, from, to, parts, ...held }))) return false;
    await this.apply(commit);
    if (parts.count > 0) await this.writes.forgetParts(place, to);
    return true;
  }

  /** Does what a commit that has happened left undone. */
  async recover({ place, checkpoint }: GenerationRow): Promise<void> {
    const commit = await this.collections.commits.findOne({ _id: place, to: { $ne: checkpoint } });
    if (commit?.to) await this.apply(await this.stored(commit, commit.to));
    const done = commit?.to ?? checkpoint;
    if (done) await this.writes.forgetParts(place, done);
  }

  private async apply(commit: StoredCommit): Promise<void> {
    await this.writes.entries(commit.place, commit.entries);
    await this.writes.documents(commit.place, commit.documents);
    await this.writes.parked(commit.place, commit.parked);
    await this.writes.checkpoint(commit);
  }

  private async stored(row: CommitRow, to: string): Promise<StoredCommit> {
    const { _id: place, from, documents = [], entries = [], parked = [], parts = { by: '', count: 0 } } = row;
    const others =
      parts.count === 0 ? [] : await this.collections.parts.find({ place, by: parts.by }).toArray();
    // Another runner has just done with them.
    if (others.length < parts.count)
      throw new StoreUnavailable(`the commit of ${place} to ${to} is being done`);
    const all: Partial<CommitPart>[] = [{ documents, entries, parked }, ...others];
    return {
      place,
      from,
      to,
      documents: all.flatMap((part) => part.documents ?? []),
      entries: all.flatMap((part) => part.entries ?? []),
      parked: all.flatMap((part) => part.parked ?? []),
    };
  }
}
