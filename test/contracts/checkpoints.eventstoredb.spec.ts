import { generateKeyPairSync } from 'node:crypto';
import {
  AnotherLog,
  CheckpointFile,
  type EventStore,
  SystemClock,
  takeCheckpoint,
  verifyAgainst,
} from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { onEngine } from '../support/engines.js';
import { TaskLog } from '../support/task-log.js';
import { ownLog } from './own-log.js';
import { temporaryDirectory } from './temporary-directory.js';

onEngine('eventStoreDb', 'Signed checkpoints of a log in EventStoreDB', (url) => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  const { path, remove } = temporaryDirectory();
  const file = new CheckpointFile(`${path}/signed`);
  afterAll(remove);

  /** By a process that has just opened the log. */
  async function opened<T>(address: string, task: (events: EventStore) => Promise<T>): Promise<T> {
    const store = EsdbEventStore.open(address);
    try {
      return await task(store);
    } finally {
      await store.close();
    }
  }

  it('hold for whoever opens it, and tell another log apart', async () => {
    const [address, another] = [ownLog(url), ownLog(url)];
    for (const stream of ['task-1', 'task-2'])
      await opened(address, async (events) => {
        await new TaskLog(events).writeTo(stream, { type: 'TaskClosed', data: { taskId: stream } });
        await takeCheckpoint(events, file, { key, clock: new SystemClock() });
      });
    const compare = (events: EventStore) => verifyAgainst(events, file.read(publicKey));
    expect(await opened(address, compare)).toMatchObject({ events: 2, moved: new Map() });
    expect(file.lines).toBe(2);
    await expect(opened(another, compare)).rejects.toThrow(AnotherLog);
  });
});
