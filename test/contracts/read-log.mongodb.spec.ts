import { MongoConnection } from '@pm/eventing/mongodb';
import { MongoReadLog } from '@pm/reads/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { readLogContract } from './read-log.contract.js';

onEngine('mongoDb', 'MongoDB read log', (server) =>
  readLogContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const connection = MongoConnection.open(url, { durable: true });
    return {
      open: () => new MongoReadLog(connection),
      close: async () => {
        await connection.close();
        await remove();
      },
    };
  }),
);
