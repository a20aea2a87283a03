import type { Bench, Bounded } from './measured.js';
import { measurementOf, organise, sendBatch, serverIn, untilCurrent } from './organisation.js';
import { memoryOf } from './process-memory.js';

const KPIS = 2000;

/** A batch as large as one may be: until it is stored, until every view shows it, and what it takes. */
export async function batchFigures({ directory, quick }: Bench): Promise<Bounded[]> {
  const count = quick ? 5000 : 100_000;
  const server = await serverIn(directory, 'batch');
  try {
    await organise(server, { kpis: KPIS });
    await untilCurrent(server);
    const rows = Array.from({ length: count }, (_, index) => measurementOf(index, KPIS));
    const sentAt = performance.now();
    await sendBatch(server, rows);
    const storedAt = performance.now();
    await untilCurrent(server);
    const shownAt = performance.now();
    const name = `batch of ${count.toLocaleString('en')} rows`;
    const perSecond = Math.round(count / ((storedAt - sentAt) / 1000)).toLocaleString('en');
    return [
      {
        name: `${name}, stored`,
        ours: (storedAt - sentAt) / 1000,
        unit: 's',
        budget: 10,
        also: `${perSecond} rows/s`,
      },
      { name: `${name}, until views are current`, ours: (shownAt - storedAt) / 1000, unit: 's', budget: 2 },
      { name: `${name}, most memory`, ours: memoryOf(server.pid).most, unit: 'MB', budget: 300 },
    ];
  } finally {
    await server.end('SIGTERM');
  }
}
