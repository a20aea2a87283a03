import { MongoAgenda } from '@pm/jobs/mongodb';
import { engines, onEngine } from '../support/engines.js';
import { openDatabase } from '../support/mongo-database.js';
import { agendaContract } from './agenda.contract.js';

onEngine(engines.mongoDb, 'MongoDB', (url) =>
  agendaContract('MongoDB', async () => {
    const { connection, drop } = openDatabase(url);
    return { agenda: new MongoAgenda(connection), close: drop };
  }),
);
