import { type MongoConnection, once, READ_MS_MAX } from '@pm/eventing/mongodb';
import { Bookmarks } from '../bookmarks.js';

interface StoredBookmark {
  readonly _id: string;
  readonly position: string;
}

/** Bookmarks in MongoDB, shared by all who use the database. */
export class MongoBookmarks extends Bookmarks {
  constructor(private readonly connection: MongoConnection) {
    super();
  }

  at(name: string): Promise<string | undefined> {
    return this.connection.run(async () => {
      return (await this.bookmarks().findOne({ _id: name }, { maxTimeMS: READ_MS_MAX }))?.position;
    });
  }

  async advance(name: string, to: string): Promise<void> {
    await this.connection.run(() =>
      once(() => this.bookmarks().updateOne({ _id: name }, { $max: { position: to } }, { upsert: true })),
    );
  }

  private bookmarks() {
    return this.connection.db.collection<StoredBookmark>('bookmarks');
  }
}
