import type { Bench, Bounded } from './measured.js';
import { byCallers, median } from './measured.js';
import { measurementOf, organise, sendBatch, serverIn, untilCurrent } from './organisation.js';
import { memoryOf } from './process-memory.js';

const KPIS = 2000;
const BATCH = 100_000;
const STARTS = 3;

/** How soon a server on a long log is ready, and how much memory it is in once it has answered reads. */
export async function startFigures({ directory, quick, large }: Bench): Promise<Bounded[]> {
  const events = quick ? 5000 : large ? 10 * BATCH : BATCH;
  await fill(directory, events);
  const [seconds, megabytes]: [number[], number[]] = [[], []];
  for (let start = 0; start < STARTS; start++) {
    const started = performance.now();
    const server = await serverIn(directory, 'start');
    seconds.push((performance.now() - started) / 1000);
    await byCallers(50, KPIS, async (index) => (await server.send('GET', `/kpis/number:${index}`)).text());
    megabytes.push(memoryOf(server.pid).now);
    await server.end('SIGTERM');
  }
  const log = `log of ${events.toLocaleString('en')} events`;
  return [
    { name: `${log}, start until ready`, ours: median(seconds), unit: 's', budget: 3 },
    {
      name: `${log}, memory`,
      ours: median(megabytes),
      unit: 'MB',
      budget: 300,
      also: `after ${KPIS.toLocaleString('en')} reads`,
    },
  ];
}

async function fill(directory: string, events: number): Promise<void> {
  const server = await serverIn(directory, 'start');
  await organise(server, { kpis: KPIS });
  for (let from = 0; from < events; from += BATCH) {
    const length = Math.min(BATCH, events - from);
    const rows = Array.from({ length }, (_, index) => ({
      ...measurementOf(index, KPIS),
      source: `system ${from / BATCH}`,
    }));
    await sendBatch(server, rows);
  }
  await untilCurrent(server);
  await server.end('SIGTERM');
}
