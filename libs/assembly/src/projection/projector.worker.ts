import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import type { StoreAddresses } from '../addresses.js';
import { openBeside } from '../stores.js';
import { InlineProjection } from './inline-projection.js';
import { LeasedProjection } from './leased-projection.js';
import type { Projection } from './projection.js';

const CHECKPOINT_EVERY_MS = 1000;

const stores = openBeside(workerData as StoreAddresses);
const tell = () => parentPort!.postMessage(projection.failing());
const projection: Projection = stores.shared
  ? new LeasedProjection(stores, stores.leases, { onChange: tell })
  : new InlineProjection(stores, tell);
const file = stores.events instanceof SqliteEventStore ? stores.events : undefined;
// The writer's WAL is moved to its file from here, so that no request waits for it.
const checkpoints = setInterval(() => file?.checkpoint(), CHECKPOINT_EVERY_MS);

parentPort!.on('message', (message: 'appended' | 'stop') => {
  if (message === 'stop') void stop();
  else file?.announceAppended();
});
projection.start();
parentPort!.postMessage([]);

async function stop(): Promise<void> {
  clearInterval(checkpoints);
  await projection.stop();
  await stores.close();
  parentPort!.close();
}
