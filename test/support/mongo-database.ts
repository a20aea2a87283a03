import { newId } from '@pm/eventing';
import { MongoConnection } from '@pm/eventing/mongodb';

/** A database of its own on a server; `drop` leaves nothing behind. */
export function openDatabase(server: string): { connection: MongoConnection; drop: () => Promise<void> } {
  const url = new URL(server);
  url.pathname = `/test-${newId()}`;
  const connection = MongoConnection.open(url.href, { durable: true });
  return {
    connection,
    drop: async () => {
      await connection.db.dropDatabase();
      await connection.close();
    },
  };
}
