import { parentPort, workerData } from 'node:worker_threads';
import { openBeside } from '../stores.js';
import { InlineProjection } from './inline-projection.js';

const CHECKPOINT_EVERY_MS = 1000;

const stores = openBeside(workerData as string);
const projection: InlineProjection = new InlineProjection(stores, () =>
  parentPort!.postMessage(projection.failing()),
);
// The writer's WAL is moved to its file from here, so that no request waits for it.
const checkpoints = setInterval(() => stores.events.checkpoint(), CHECKPOINT_EVERY_MS);

parentPort!.on('message', (message: 'appended' | 'stop') => {
  if (message === 'appended') stores.events.announceAppended();
  else void stop();
});
projection.start();
parentPort!.postMessage([]);

async function stop(): Promise<void> {
  clearInterval(checkpoints);
  await projection.stop();
  await stores.close();
  parentPort!.close();
}
