import { MongoConnection } from '@pm/eventing/mongodb';
import { MongoAgenda } from '@pm/jobs/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { agendaContract } from './agenda.contract.js';

onEngine('mongoDb', 'MongoDB agenda', (server) =>
  agendaContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const connection = MongoConnection.open(url, { durable: true });
    return {
      agenda: new MongoAgenda(connection),
      close: async () => {
        await connection.close();
        await remove();
      },
    };
  }),
);
