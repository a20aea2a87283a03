import { randomBytes } from 'node:crypto';
import { Binary, type Collection } from 'mongodb';
import { checkKey, KeyConflict, type KeyHolder, Keys } from '../keys.js';
import { MongoConnection, READ_MS_MAX } from './connection.js';
import { once } from './duplicates.js';

/** A person without a key was erased and never gets another. */
interface KeyRow {
  readonly _id: string;
  readonly key?: Binary;
}

const HOLDERS_AT_ONCE = 1000;

/**
 * Keys in a MongoDB database of their own, which is backed up apart from the log or not at all. None is remembered here:
 * a key that one process destroyed is gone for all of them at their next call. The bytes of a destroyed key stay in the
 * server's journal and oplog until these are overwritten.
 */
export class MongoKeys extends Keys {
  private constructor(private readonly connection: MongoConnection) {
    super();
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
      const row = (await this.find(person)) ?? (await once(() => this.insert(person, randomBytes(32))));
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

  async *holders(): AsyncGenerator<KeyHolder> {
    for (let page = await this.pageAfter(''); page.length > 0;) {
      for (const row of page) yield { person: row._id, key: keyIn(row) };
      page = await this.pageAfter(page.at(-1)!._id);
    }
  }

  async adopt(person: string, key: Buffer): Promise<void> {
    checkKey(key);
    const held = keyIn(await this.connection.run(() => once(() => this.insert(person, key))));
    if (held && !held.equals(key)) throw new KeyConflict(person);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private get rows(): Collection<KeyRow> {
    return this.connection.db.collection('keys');
  }

  private find(person: string): Promise<KeyRow | null> {
    return this.rows.findOne({ _id: person }, { maxTimeMS: READ_MS_MAX });
  }

  private pageAfter(person: string): Promise<KeyRow[]> {
    const next = { sort: { _id: 1 }, limit: HOLDERS_AT_ONCE, maxTimeMS: READ_MS_MAX } as const;
    return this.connection.run(() => this.rows.find({ _id: { $gt: person } }, next).toArray());
  }

  /** The new key, or what another was first to store; a read alone might not see that yet. */
  private insert(person: string, key: Buffer): Promise<KeyRow | null> {
    return this.rows.findOneAndUpdate(
      { _id: person },
      { $setOnInsert: { key: new Binary(key) } },
      { upsert: true, returnDocument: 'after' },
    );
  }
}

const keyIn = (row: KeyRow | null): Buffer | undefined => row?.key && Buffer.from(row.key.value());
