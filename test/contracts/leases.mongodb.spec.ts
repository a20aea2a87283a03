import { MongoLeases } from '@pm/jobs/mongodb';
import { engines, onEngine } from '../support/engines.js';
import { openDatabase } from '../support/mongo-database.js';
import { leasesContract } from './leases.contract.js';

onEngine(engines.mongoDb, 'MongoDB', (url) =>
  leasesContract('MongoDB', async () => {
    const { connection, drop } = openDatabase(url);
    return { join: (stopwatchMs) => new MongoLeases(connection, stopwatchMs), close: drop };
  }),
);
