import type { MongoConnection } from '@pm/eventing/mongodb';
import type { CommitWrites, StoredCommit } from './commit-writes.js';

/** Undoes a transaction. */
class TooLate extends Error {}

/** Commits on a replica set: the same writes as without transactions, but all of them at once. */
export class CommitTransaction {
  constructor(
    private readonly connection: MongoConnection,
    private readonly writes: CommitWrites,
  ) {}

  /** @returns false where another runner was first, and nothing was changed */
  async commit(commit: StoredCommit): Promise<boolean> {
    const { place, from, to, entries, documents, parked } = commit;
    try {
      await this.connection.inTransaction(async (session) => {
        if (!(await this.writes.commit({ _id: place, from, to }, session))) throw new TooLate();
        await this.writes.entries(place, entries, session);
        await this.writes.documents(place, documents, session);
        await this.writes.parked(place, parked, session);
        if (!(await this.writes.checkpoint(commit, session))) throw new TooLate();
      });
      return true;
    } catch (error) {
      if (error instanceof TooLate) return false;
      throw error;
    }
  }
}
