import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ServerProcess } from '../support/server-process.js';
import { byCallers } from './measured.js';

/** As it is deployed, but for how much one asker may ask. */
const SETTINGS = { THROUGHLINE_RATE_LIMIT: '100000000', THROUGHLINE_LOG: 'warn' };
const CHILDREN = 4;

/** The built server on a directory of that name, in a process of its own. */
export async function serverIn(directory: string, name: string): Promise<ServerProcess> {
  return ServerProcess.start(join(directory, name), await freePort(), SETTINGS);
}

/** One unit with KPIs `number:0` and on, and goals of those numbers, each below another. */
export async function organise(server: ServerProcess, many: { kpis: number; goals?: number }): Promise<void> {
  await sent(server, 'PUT', '/calendar', {
    timeZone: 'Etc/UTC',
    fiscalYearStartMonth: 1,
    from: '1990-01-01',
  });
  const unitId = await sent(server, 'POST', '/units', { name: 'City', kind: 'city' });
  await byCallers(50, many.kpis, (index) =>
    sent(server, 'POST', '/kpis', {
      number: `${index}`,
      name: `KPI ${index}`,
      unitId,
      direction: 'increase',
      frequency: 'monthly',
      aggregation: 'sum',
    }),
  );
  const goals: string[] = [];
  for (let index = 0; index < (many.goals ?? 0); index++) {
    const parentId = goals[Math.floor((index - 1) / CHILDREN)];
    const goal = {
      number: `${index}`,
      kind: 'objective',
      title: `Goal ${index}`,
      unitId,
      start: '2026-01-01',
      end: '2026-12-31',
      ...(parentId && { parents: [{ parentId }] }),
    };
    goals.push(await sent(server, 'POST', '/goals', goal));
  }
}

/** A measurement that nothing before it said: each KPI's next month. */
export function measurementOf(index: number, kpis: number) {
  const month = Math.floor(index / kpis);
  const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return { kpi: `number:${index % kpis}`, period, value: String(index / 8), source: 'bench' };
}

/** Sends rows as NDJSON. @returns the position after which a read shows all of them */
export async function sendBatch(server: ServerProcess, rows: readonly object[]): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/measurements/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/x-ndjson' },
    body: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  });
  const { recorded, position } = (await answer.json()) as { recorded?: number; position: string };
  if (recorded !== rows.length) throw new Error(`${recorded} of ${rows.length} rows were recorded`);
  return position;
}

/** Waits until no view has anything left of the log to consider. */
export async function untilCurrent(server: ServerProcess): Promise<void> {
  for (;;) {
    const answer = await server.send('GET', '/operations/views');
    const { views } = (await answer.json()) as { views: { lagEvents: number }[] };
    if (views.every(({ lagEvents }) => lagEvents === 0)) return;
  }
}

/** @returns the id of what was made */
async function sent(
  server: ServerProcess,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<string> {
  const answer = await server.send(method, path, body);
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
