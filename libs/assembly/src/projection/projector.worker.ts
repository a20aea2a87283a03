import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import type { StoreAddresses } from '../addresses.js';
import { openBeside } from '../stores.js';
import { InlineProjection } from './inline-projection.js';
import { LeasedProjection } from './leased-projection.js';
import type { Projection } from './projection.js';

const stores = await openBeside(workerData as StoreAddresses);
const tell = () => parentPort!.postMessage(projection.failing());
const projection: Projection = stores.shared
  ? new LeasedProjection(stores, stores.leases, { onChange: tell })
  : new InlineProjection(stores, tell);
const file = stores.events instanceof SqliteEventStore ? stores.events : undefined;
let told: NodeJS.Immediate | undefined;

parentPort!.on('message', (message: 'appended' | 'stop') => {
  if (message === 'stop') void stop();
  // Once a turn, however many messages it brought: a thread that folds at each of them never comes to its timers.
  else told ??= setImmediate(announce);
});
projection.start();
parentPort!.postMessage([]);

function announce(): void {
  told = undefined;
  file?.announceAppended();
}

async function stop(): Promise<void> {
  await projection.stop();
  await stores.close();
  parentPort!.close();
}
