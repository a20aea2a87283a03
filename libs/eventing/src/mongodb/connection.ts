import {
  type ClientSession,
  type Db,
  MongoClient,
  MongoError,
  MongoInvalidArgumentError,
  MongoServerSelectionError,
} from 'mongodb';
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
 * away is found again by the next one: by the driver, or by a client in its place once that found no server in time. A
 * driver was seen not to look any more while its server was there. Reads and writes are of the primary and of the majority.
 */
export class MongoConnection {
  private contact: Promise<{ readonly takesTransactions: boolean }> | undefined;
  private closed = false;

  private constructor(
    private client: MongoClient,
    private readonly newClient: () => MongoClient,
    private readonly hosts: string,
  ) {}

  /** For one call: the next may be another client's. */
  get db(): Db {
    return this.client.db();
  }

  /**
   * @param url names the database: `mongodb://host:27017/views`
   * @throws StoreUnavailable where it is no such URL
   */
  static open(
    url: string,
    { durable, selectionMsMax = SELECTION_MS_MAX }: ConnectionOptions,
  ): MongoConnection {
    const newClient = () => clientOf(url, { durable, selectionMsMax });
    const client = newClient();
    const { dbName, hosts, srvHost } = client.options;
    const named = srvHost ?? hosts.join(', ');
    // The driver's own choice where a URL names none; nobody means it.
    if (dbName === 'test') throw new StoreUnavailable(`the URL of MongoDB at ${named} must name a database`);
    return new MongoConnection(client, newClient, named);
  }

  /** Calls the driver. @throws StoreUnavailable for whatever it fails with, naming the hosts and no credentials */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { client } = this;
    try {
      await this.connected();
      return await work();
    } catch (error) {
      if (!isOfTheServer(error) || (error instanceof MongoInvalidArgumentError && client === this.client))
        throw error;
      if (error instanceof MongoServerSelectionError) this.replace(client);
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
    this.closed = true;
    await this.client.close();
  }

  /** Once for each client, however many calls it failed. */
  private replace(client: MongoClient): void {
    if (this.closed || client !== this.client) return;
    this.client = this.newClient();
    this.contact = undefined;
    void client.close().catch(() => {});
  }

  /** The driver gives up for good where the first contact fails, unless it is told to try again. */
  private async connected(): Promise<{ readonly takesTransactions: boolean }> {
    const contact = (this.contact ??= this.connect());
    try {
      return await contact;
    } catch (error) {
      if (this.contact === contact) this.contact = undefined;
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

const SOCKET_ENDED = /^(EPIPE|ECONNRESET|ECONNREFUSED|ETIMEDOUT|ERR_STREAM_DESTROYED)$/;

/** The driver lets the error of a socket through as it is where the server ended it between two writes. */
function isOfTheServer(error: unknown): error is Error {
  if (error instanceof MongoError) return true;
  return error instanceof Error && SOCKET_ENDED.test((error as NodeJS.ErrnoException).code ?? '');
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
