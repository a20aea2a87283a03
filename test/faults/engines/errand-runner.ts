import { once } from 'node:events';
import { addressesIn, openStores } from '@pm/assembly';
import { readConfig } from '@pm/config';
import { SystemClock } from '@pm/eventing';
import { JobRunner } from '@pm/jobs';
import { BullmqWakeUps } from '@pm/jobs/bullmq';
import { Client } from './client.js';
import { errand, ERRANDS_QUEUE } from './errands.js';

/** Runs errands as the worker of the product runs its jobs; started with the addresses of the APIs. */
const config = readConfig();
const stores = await openStores(addressesIn(config));
const clock = new SystemClock();
const wakeUps = new BullmqWakeUps({ url: config.THROUGHLINE_REDIS_URL!, clock, queue: ERRANDS_QUEUE });
const jobs = [errand(await Client.of(process.argv.slice(2)))];
const backOff = { firstMs: 200, maxMs: 2000 };
const runner = new JobRunner({ agenda: stores.agenda, wakeUps, clock }, jobs, { backOff });

runner.start();
await once(process, 'SIGTERM');
await runner.stop();
await wakeUps.close();
await stores.close();
