import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type EventStore, type StoredEvent, Subscription } from '@pm/eventing';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import { expectedBefore, measurementEvents } from '../bench/samples.js';
import { newStream, storedFrom } from '../contracts/stored.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { inMemory } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { times } from './form.js';

const MIB = 2 ** 20;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What lives on the heap, and beside it. */
function usedBytes(): number {
  collectGarbage();
  // What the first pass found dead and had still to be told.
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('A reader that takes 5 ms an event, while events are appended as fast as they can be', () => {
  const EVENTS = times(20_000, 100_000);
  const EVENT_BYTES = 4096;
  const { path, remove } = temporaryDirectory();
  let store: SqliteEventStore;
  beforeEach(() => (store = SqliteEventStore.open(`${path}/events.db`)));
  afterEach(async () => {
    await store.close();
    remove();
  });

  it(
    'holds a page of them, however many there are',
    async () => {
      let taken = 0;
      const slowly = new Subscription(store, { batch: 100, pollMs: 100 }, async ({ events }) => {
        for (const event of events) {
          taken += Object.keys(event.data).length;
          await delay(5);
        }
      });
      await appendTexts(store, 1000, EVENT_BYTES);
      const before = usedBytes();
      await appendTexts(store, EVENTS, EVENT_BYTES);
      await until(() => taken > 100);
      expect(taken).toBeLessThan(EVENTS / 2);
      expect(usedBytes() - before).toBeLessThan((EVENTS * EVENT_BYTES) / 8);
      await slowly.stop();
    },
    20_000 + EVENTS,
  );
});

async function appendTexts(store: EventStore, count: number, bytes: number): Promise<void> {
  const stream = newStream();
  for (let first = 0; first < count; first += 100) {
    const data = { text: 'x'.repeat(bytes) };
    await store.append(stream, first === 0 ? 'none' : first - 1, storedFrom(stream, first, 100, { data }));
  }
}

describe('A client that follows the changes and reads nothing for a while', () => {
  const EVENTS = 20_000;
  let server: Server;
  let client: Socket;
  /** The server's end of the client's connection. */
  let sending: Socket;
  beforeEach(async () => {
    server = await startServer({ place: inMemory() });
    await server.app.listen(0, '127.0.0.1');
    server.app.getHttpServer().once('connection', (socket: Socket) => (sending = socket));
    const { port } = new URL(await server.app.getUrl());
    client = connect(Number(port), '127.0.0.1').pause();
    const authorization = `authorization: Bearer ${await server.tokenOf('reader', ['employee'])}`;
    client.write(`GET /api/v1/changes HTTP/1.1\r\nhost: 127.0.0.1\r\n${authorization}\r\n\r\n`);
    await until(() => sending?.bytesWritten > 0);
  });
  afterEach(async () => {
    client.destroy();
    await server.stop();
  });

  it('is not sent more than its connection takes, and hears all once it reads again', async () => {
    const events = measurementEvents(EVENTS, EVENTS / 10);
    await appendAll(server.stores.events, events);
    const sentBytes = await stalled(sending);
    expect(sending.writableLength).toBeLessThan(2 * MIB);

    const unheard = new Set(events.map(({ data }) => (data as { kpiId: string }).kpiId));
    const last = (await server.stores.events.head())!;
    let text = '';
    client.on('data', (bytes) => (text += bytes.toString()));
    client.resume();
    await until(() => text.includes(`id: ${last}`), 60_000);
    for (const [, key] of text.matchAll(/"view":"kpi-scorecard","key":"([^"]+)"/g)) unheard.delete(key!);
    expect([...unheard]).toEqual([]);
    // Otherwise all of it went into the connection at once, and nothing was held back.
    expect(text.length).toBeGreaterThan(sentBytes + MIB);
  }, 100_000);
});

async function appendAll(store: EventStore, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) await store.append(event.stream, expectedBefore(event), [event]);
}

/** Waits until the other end takes no more. @returns bytes that the system took for it */
async function stalled(socket: Socket): Promise<number> {
  await until(() => socket.writableLength > 0, 20_000);
  for (;;) {
    const taken = socket.bytesWritten;
    await delay(500);
    if (socket.bytesWritten === taken) return taken - socket.writableLength;
  }
}
