import { MongoClient, ObjectId } from 'mongodb';

/** The URL of a database of its own on a server, and what removes it. */
export function mongoDatabase(server: string): {
  readonly url: string;
  readonly remove: () => Promise<void>;
} {
  const [, start, query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(server) ?? [];
  const url = `${start}/throughline-test-${new ObjectId().toHexString()}${query}`;
  return {
    url,
    remove: async () => {
      const client = new MongoClient(url);
      await client.db().dropDatabase();
      await client.close();
    },
  };
}
