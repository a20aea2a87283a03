import { Binary, type Collection } from 'mongodb';
import {
  KEY_ROWS_AT_ONCE,
  type KeyChange,
  type KeyRow,
  StoredKeys,
  type StoredKeysOptions,
} from '../stored-keys.js';
import { MongoConnection, READ_MS_MAX } from './connection.js';
import { once } from './duplicates.js';

/** A person without a key was erased and never gets another. */
interface Row {
  readonly _id: string;
  readonly key?: Binary;
}

interface MongoKeysOptions extends StoredKeysOptions {
  readonly selectionMsMax?: number;
}

/**
 * Keys in a MongoDB database of their own, which is backed up apart from the log or not at all. The bytes of a key that
 * was destroyed or wrapped stay in the server's journal and oplog until these are overwritten.
 */
export class MongoKeys extends StoredKeys {
  private constructor(
    private readonly connection: MongoConnection,
    options: StoredKeysOptions,
  ) {
    super(options);
  }

  /**
   * Returns at once, whether a server is there or not.
   *
   * @param url names the database
   */
  static open(url: string, { selectionMsMax, ...options }: MongoKeysOptions = {}): MongoKeys {
    return new MongoKeys(MongoConnection.open(url, { durable: true, selectionMsMax }), options);
  }

  async destroy(person: string): Promise<void> {
    const destroy = () =>
      this.collection.updateOne({ _id: person }, { $unset: { key: '' } }, { upsert: true });
    await this.connection.run(() => once(destroy));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  protected async find(people: readonly string[]): Promise<readonly KeyRow[]> {
    const some = { _id: { $in: [...people] } };
    const find = () => this.collection.find(some, { maxTimeMS: READ_MS_MAX }).toArray();
    return (await this.connection.run(find)).map(rowOf);
  }

  /** What another was first to store is in the answer; a read alone might not see that yet. */
  protected async insert(person: string, stored: Buffer): Promise<KeyRow> {
    const insert = () =>
      this.collection.findOneAndUpdate(
        { _id: person },
        { $setOnInsert: { key: new Binary(stored) } },
        { upsert: true, returnDocument: 'after' },
      );
    return rowOf((await this.connection.run(() => once(insert)))!);
  }

  protected async replace(changes: readonly KeyChange[]): Promise<void> {
    const writes = changes.map(({ person, from, to }) => ({
      updateOne: {
        filter: { _id: person, key: new Binary(from) },
        update: { $set: { key: new Binary(to) } },
      },
    }));
    await this.connection.run(() => this.collection.bulkWrite(writes, { ordered: false }));
  }

  protected async pageAfter(person: string): Promise<readonly KeyRow[]> {
    const next = { sort: { _id: 1 }, limit: KEY_ROWS_AT_ONCE, maxTimeMS: READ_MS_MAX } as const;
    const page = () => this.collection.find({ _id: { $gt: person } }, next).toArray();
    return (await this.connection.run(page)).map(rowOf);
  }

  protected async purge(): Promise<void> {}

  private get collection(): Collection<Row> {
    return this.connection.db.collection('keys');
  }
}

const rowOf = ({ _id, key }: Row): KeyRow => ({ person: _id, stored: key && Buffer.from(key.value()) });
