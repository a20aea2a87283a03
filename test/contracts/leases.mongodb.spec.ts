import { MongoConnection } from '@pm/eventing/mongodb';
import { MongoLeases } from '@pm/jobs/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { leasesContract } from './leases.contract.js';

onEngine('mongoDb', 'MongoDB leases', (server) =>
  leasesContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const connection = MongoConnection.open(url, { durable: true });
    return {
      join: (stopwatchMs) => new MongoLeases(connection, stopwatchMs),
      close: async () => {
        await connection.close();
        await remove();
      },
    };
  }),
);
