import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inDirectory, openStores, type Stores, WorkerProjection } from '@pm/assembly';
import { idIn, type StoredEvent } from '@pm/eventing';
import { kpiScorecard } from '@pm/insights/views';
import { type Bench, type Bounded, median, percentile } from './measured.js';
import { organise, serverIn, untilCurrent } from './organisation.js';
import { expectedBefore, measurementEvents } from './samples.js';

const EVENTS_PER_SECOND = 2000;
const EVERY_MS = 10;
const EVENTS_AT_ONCE = (EVENTS_PER_SECOND * EVERY_MS) / 1000;
const KPIS = 2000;
/** Until everything is compiled. */
const WARM_UP_S = 3;
const LOOK_EVERY_MS = 2;

/** How long a scorecard takes to show what was stored, while 2,000 events a second are; all views run in their thread. */
export async function lagFigures({ directory, quick }: Bench): Promise<Bounded[]> {
  const addresses = inDirectory(join(directory, 'lag'));
  await organised(addresses.directory);
  const stores = await openStores(addresses);
  const projection = new WorkerProjection(addresses, stores.events);
  const seconds = WARM_UP_S + (quick ? 2 : 15);
  projection.start();
  try {
    const { lags, reached } = await lagsOf(stores, measurementsOf(seconds * EVENTS_PER_SECOND));
    const counted = lags.slice((WARM_UP_S * 1000) / EVERY_MS);
    const also = `p50 ${median(counted).toFixed(1)} ms, at ${Math.round(reached)} events/s`;
    return [{ name: 'view lag, p99', ours: percentile(counted, 0.99), unit: 'ms', budget: 50, also }];
  } finally {
    await projection.stop();
    await stores.close();
  }
}

/** Appends the next events every few milliseconds, and looks every few whether they are shown. @returns milliseconds, a batch each */
async function lagsOf({ events, views }: Stores, measured: readonly StoredEvent[]) {
  const waiting: { position: string; storedAt: number }[] = [];
  const lags: number[] = [];
  const append = async (some: readonly StoredEvent[]) => {
    const appends = some.map((event) => events.append(event.stream, expectedBefore(event), [event]));
    const { position } = (await Promise.all(appends)).at(-1)!;
    waiting.push({ position, storedAt: performance.now() });
  };
  const look = async () => {
    const active = await views.active(kpiScorecard.name);
    const reached = (active && (await views.checkpoint(active))) ?? '';
    while (waiting.length > 0 && waiting[0]!.position <= reached)
      lags.push(performance.now() - waiting.shift()!.storedAt);
  };
  const batches = measured.length / EVENTS_AT_ONCE;
  const pending: Promise<void>[] = [];
  const started = performance.now();
  let sentAt = started;
  while (lags.length < batches) {
    await delay(LOOK_EVERY_MS);
    await look();
    const due = Math.min(batches, Math.floor((performance.now() - started) / EVERY_MS));
    for (; pending.length < due; sentAt = performance.now()) {
      const from = pending.length * EVENTS_AT_ONCE;
      pending.push(append(measured.slice(from, from + EVENTS_AT_ONCE)));
    }
  }
  await Promise.all(pending);
  return { lags, reached: measured.length / ((sentAt - started) / 1000) };
}

/** A directory in which the KPIs are defined that are measured. */
async function organised(directory: string): Promise<void> {
  const server = await serverIn(directory, '.');
  await organise(server, { kpis: KPIS });
  await untilCurrent(server);
  await server.end('SIGTERM');
}

const measurementsOf = (count: number): StoredEvent[] =>
  measurementEvents(count, KPIS).map((event, index) => {
    const kpiId = idIn('kpi', `number:${index % KPIS}`)!;
    return { ...event, data: { ...(event.data as object), kpiId } };
  });
