import { randomBytes } from 'node:crypto';
import { Binary, type Collection } from 'mongodb';
import { Keys } from '../keys.js';
import { MongoConnection, READ_MS_MAX } from './connection.js';
import { isDuplicate } from './duplicates.js';

/** A person without a key was erased and never gets another. */
interface KeyRow {
  readonly _id: string;
  readonly key?: Binary;
}

/**
 * Keys in a MongoDB database of their own, which is backed up apart from the log or not at all. None is remembered here:
 * a key that one process destroyed is gone for all of them at their next call. The bytes of a destroyed key stay in the
 * server's journal and oplog until these are overwritten.
 */
export class MongoKeys extends Keys {
  private readonly rows: Collection<KeyRow>;

  private constructor(private readonly connection: MongoConnection) {
    super();
    this.rows = connection.db.collection('keys');
  }

  /**
   * Returns at once, whether a server is there or not.
   *
   * @param url names the database
   */
  static open(url: string, { selectionMsMax }: { selectionMsMax?: number } = {}): MongoKeys {
    return new MongoKeys(MongoConnection.open(url, { durable: true, selectionMsMax }));
  }

  async keyFor(person: string): Promise<Buffer | undefined> {
    return this.connection.run(async () => {
      const row = (await this.find(person)) ?? (await once(() => this.insert(person)));
      return keyIn(row);
    });
  }

  async existingKey(person: string): Promise<Buffer | undefined> {
    return this.connection.run(async () => keyIn(await this.find(person)));
  }

  async destroy(person: string): Promise<void> {
    const destroy = () => this.rows.updateOne({ _id: person }, { $unset: { key: '' } }, { upsert: true });
    await this.connection.run(() => once(destroy));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private find(person: string): Promise<KeyRow | null> {
    return this.rows.findOne({ _id: person }, { maxTimeMS: READ_MS_MAX });
  }

  /** The new key, or what another was first to store; a read alone might not see that yet. */
  private insert(person: string): Promise<KeyRow | null> {
    const key = new Binary(randomBytes(32));
    return this.rows.findOneAndUpdate(
      { _id: person },
      { $setOnInsert: { key } },
      { upsert: true, returnDocument: 'after' },
    );
  }
}

const keyIn = (row: KeyRow | null): Buffer | undefined => row?.key && Buffer.from(row.key.value());

/** An upsert that met another one of the same person finds that one's document when it is sent again. */
async function once<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return upsert();
  }
}
