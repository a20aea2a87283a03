import { type ClientSession, type Db, MongoClient, MongoError, MongoInvalidArgumentError } from 'mongodb';
import { StoreUnavailable } from '../event-store.js';

/** How long a call waits for a server that can take it. */
const SELECTION_MS_MAX = 5000;
const CONNECT_MS_MAX = 5000;
/** A server that is frozen says nothing: longer than any command of ours takes. */
const SILENCE_MS_MAX = 60_000;

/** How long a server may work at one read. */
export const READ_MS_MAX = 30_000;

export interface ConnectionOptions {
  /** Acknowledged once on disk, also by a server that stands alone; else once a crash loses no more than the latest. */
  readonly durable: boolean;
  /** How long a call waits for a server that can take it. */
  readonly selectionMsMax?: number;
}

/**
 * One database of a MongoDB server or replica set. Nothing is connected until the first call, and a server that went
 * away is found again by the next one. Reads and writes are of the primary and of the majority.
 */
export class MongoConnection {
  readonly db: Db;
  private contact: Promise<{ readonly takesTransactions: boolean }> | undefined;

  private constructor(
    private readonly client: MongoClient,
    private readonly hosts: string,
  ) {
    this.db = client.db();
  }

  /**
   * @param url names the database: `mongodb://host:27017/views`
   * @throws StoreUnavailable where it is no such URL
   */
  static open(
    url: string,
    { durable, selectionMsMax = SELECTION_MS_MAX }: ConnectionOptions,
  ): MongoConnection {
    const client = clientOf(url, { durable, selectionMsMax });
    const { dbName, hosts, srvHost } = client.options;
    const named = srvHost ?? hosts.join(', ');
    // The driver's own choice where a URL names none; nobody means it.
    if (dbName === 'test') throw new StoreUnavailable(`the URL of MongoDB at ${named} must name a database`);
    return new MongoConnection(client, named);
  }

  /** Calls the driver. @throws StoreUnavailable for whatever it fails with, naming the hosts and no credentials */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.connected();
      return await work();
    } catch (error) {
      if (!(error instanceof MongoError) || error instanceof MongoInvalidArgumentError) throw error;
      throw new StoreUnavailable(`MongoDB at ${this.hosts}: ${error.message}`, { cause: error });
    }
  }

  /** Whether the server takes transactions, as it said at the first contact. */
  async takesTransactions(): Promise<boolean> {
    return (await this.connected()).takesTransactions;
  }

  /** All of the work or nothing of it; what it throws undoes it. Begun again where another transaction was in its way. */
  async inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    return this.client.withSession((session) => session.withTransaction(work));
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  /** The driver gives up for good where the first contact fails, unless it is told to try again. */
  private async connected(): Promise<{ readonly takesTransactions: boolean }> {
    this.contact ??= this.connect();
    try {
      return await this.contact;
    } catch (error) {
      this.contact = undefined;
      throw error;
    }
  }

  /** A member of a replica set says its name, a router of a cluster that it is one. */
  private async connect(): Promise<{ readonly takesTransactions: boolean }> {
    await this.client.connect();
    const { setName, msg } = await this.db.command({ hello: 1 });
    return { takesTransactions: setName !== undefined || msg === 'isdbgrid' };
  }
}

function clientOf(url: string, { durable, selectionMsMax }: Required<ConnectionOptions>): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'throughline',
      readPreference: 'primary',
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', ...(durable && { journal: true }) },
      retryReads: true,
      retryWrites: true,
      serverSelectionTimeoutMS: selectionMsMax,
      connectTimeoutMS: CONNECT_MS_MAX,
      socketTimeoutMS: SILENCE_MS_MAX,
    });
  } catch {
    // Without the driver's own words: they may repeat the URL, a password with it.
    throw new StoreUnavailable('the URL of MongoDB cannot be read');
  }
}
