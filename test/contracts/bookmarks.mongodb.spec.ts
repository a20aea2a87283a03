import { MongoConnection } from '@pm/eventing/mongodb';
import { MongoBookmarks } from '@pm/jobs/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { bookmarksContract } from './bookmarks.contract.js';

onEngine('mongoDb', 'MongoDB bookmarks', (server) =>
  bookmarksContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const connection = MongoConnection.open(url, { durable: true });
    return {
      open: () => new MongoBookmarks(connection),
      close: async () => {
        await connection.close();
        await remove();
      },
    };
  }),
);
