import { parentPort, workerData } from 'node:worker_threads';
import { WalFile } from '@pm/eventing/sqlite';
import { fileOf, type StoreAddresses } from '../addresses.js';

const EVERY_MS = 250;

const { directory, urls } = workerData as StoreAddresses;
const files = (['events', 'views'] as const)
  .filter((store) => !urls[store])
  .map((store) => new WalFile(fileOf(directory, store)));
const timer = setInterval(() => files.forEach((file) => file.checkpoint()), EVERY_MS);

parentPort!.once('message', () => {
  clearInterval(timer);
  files.forEach((file) => file.close());
});
