import {
  type AppendResult,
  type AppendToStreamOptions,
  type EventData,
  EventStoreDBClient,
} from '@eventstore/db-client';
import type { Address } from './address.js';
import { appendGate } from './append-gate.js';
import { EsdbUnavailable, isAnswered, unavailable } from './failures.js';
import { Patience, within } from './patience.js';

/** A client of the driver for as long as it is trusted. */
export interface Session {
  readonly client: EventStoreDBClient;
  /** Aborted once the client is given up: what was begun with it brings nothing any more. */
  readonly gone: AbortSignal;
  readonly patience: Patience;
}

/** How long the server may say nothing, and how long one call may wait while it answers others. */
const [SILENCE_MS, CALL_MS] = [5000, 20_000];
const PAUSE_MS = { first: 50, last: 2000 };

/**
 * Keeps one client to the server, and makes a new one on doubt: after a lost connection, after silence, after anything
 * that the driver cannot explain. Nothing resumes by itself in the driver, and a client that was hurt once may never
 * answer again. While the server cannot be reached, one caller at a time tries, after a pause that grows.
 */
export class Connection {
  private session: (Session & { readonly abort: AbortController }) | undefined;
  private opening: Promise<Session> | undefined;
  /** The old client is gone before the new one is used. */
  private ending: Promise<void> = Promise.resolve();
  private failed:
    { readonly error: EsdbUnavailable; readonly times: number; readonly until: number } | undefined;
  private closed = false;

  /** @param greet what is said first to a new client; the server is reached when it succeeds */
  constructor(
    private readonly address: Address,
    private readonly greet: (client: EventStoreDBClient) => Promise<void>,
  ) {
    clientOf(address);
  }

  /** @throws EsdbUnavailable */
  async open(): Promise<Session> {
    if (this.closed) throw new EsdbUnavailable(this.address.hosts, 'was left: the store is closed', false);
    if (this.session) return this.session;
    if (this.failed && Date.now() < this.failed.until) throw this.failed.error;
    this.opening ??= this.reach().finally(() => (this.opening = undefined));
    return this.opening;
  }

  /**
   * Asks the server, and gives up by our own timer.
   *
   * @throws what the server answered, EsdbUnavailable where it gave no answer
   */
  async call<T>(ask: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const session = await this.open();
    try {
      return await session.patience.await(ask(session.client));
    } catch (error) {
      throw this.judged(session, error);
    }
  }

  /** Asks the server to append. @throws as `call` does */
  append(name: string, events: EventData[], options: AppendToStreamOptions): Promise<AppendResult> {
    return appendGate.append(() => this.call((client) => client.appendToStream(name, events, options)));
  }

  /** What a failure means; on doubt the client is given up. */
  judged(session: Session, error: unknown): unknown {
    if (isAnswered(error)) return error;
    if (session === this.session) this.giveUp();
    return unavailable(this.address.hosts, error);
  }

  unavailable(error: unknown): EsdbUnavailable {
    return unavailable(this.address.hosts, error);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opening?.catch(() => {});
    this.giveUp();
    await this.ending;
  }

  private async reach(): Promise<Session> {
    await this.ending;
    const client = clientOf(this.address);
    try {
      await within(SILENCE_MS, this.greet(client));
    } catch (error) {
      this.ending = end(client);
      throw this.remember(unavailable(this.address.hosts, error));
    }
    this.failed = undefined;
    const abort = new AbortController();
    const patience = new Patience(SILENCE_MS, CALL_MS);
    this.session = { client, gone: abort.signal, patience, abort };
    return this.session;
  }

  private remember(failure: EsdbUnavailable): EsdbUnavailable {
    const error = new EsdbUnavailable(failure.hosts, failure.reason, false, { cause: failure.cause });
    const times = (this.failed?.times ?? 0) + 1;
    this.failed = { error, times, until: Date.now() + pauseMs(times) };
    return error;
  }

  private giveUp(): void {
    if (!this.session) return;
    const { client, abort } = this.session;
    this.session = undefined;
    abort.abort();
    this.ending = end(client);
  }
}

/** How long to pause after so many failures, not in step with others. */
export function pauseMs(failures: number): number {
  const longest = Math.min(PAUSE_MS.first * 2 ** (failures - 1), PAUSE_MS.last);
  return longest * (0.5 + Math.random() / 2);
}

function clientOf({ url }: Address): EventStoreDBClient {
  try {
    return withShortWarnings(() => EventStoreDBClient.connectionString(url));
  } catch {
    // The driver repeats the address, and with it the password.
    throw new TypeError('not an address of EventStoreDB that its driver takes');
  }
}

/** The driver warns of options by printing the address below, and with it the password: the first line says enough. */
function withShortWarnings<T>(make: () => T): T {
  const terminal: Pick<Console, 'warn'> = console;
  const { warn } = terminal;
  terminal.warn = (text: unknown) => warn(String(text).split('\n', 1)[0]);
  try {
    return make();
  } finally {
    terminal.warn = warn;
  }
}

/** Ends every call of a client, then its connection, which the driver keeps for itself. */
async function end(client: EventStoreDBClient): Promise<void> {
  const connected = client as unknown as { getChannel(): Promise<{ close(): void }> };
  try {
    await appendGate.end(() => within(SILENCE_MS, client.dispose()));
    (await within(SILENCE_MS, connected.getChannel())).close();
  } catch {
    // A client that cannot be ended was given up already.
  }
}
