import { setTimeout as delay } from 'node:timers/promises';
import { namedId } from '@pm/eventing';
import type { ServerProcess } from '../support/server-process.js';

export const KPIS = 8;
const AGAIN_MS = 5;

/** A command that was answered with success. */
export interface Acknowledged {
  readonly key: string;
  readonly position: string;
}

/** A command that was answered with anything else. */
export interface Refused {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** Many callers who record measurements, each sent again until it is acknowledged. They end when the server is gone. */
export class Load {
  readonly refused: Refused[] = [];
  private readonly callers: Promise<unknown>;
  private stopping = false;

  /** @param name no other load of the same log has it */
  constructor(
    private readonly server: ServerProcess,
    readonly name: string,
    private readonly acknowledged: Acknowledged[],
    callers = 32,
  ) {
    this.callers = Promise.all(Array.from({ length: callers }, (_, number) => this.call(number)));
  }

  /** Resolves when every caller has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.callers;
  }

  private async call(number: number): Promise<void> {
    for (let turn = 0; !this.stopping;) {
      const key = `${this.name}-${number}-${turn}`;
      const answer = await record(this.server, number % KPIS, key).catch(() => undefined);
      if (!answer) return;
      if ('position' in answer) {
        this.acknowledged.push({ key, position: answer.position });
        turn += 1;
      } else {
        this.refused.push(answer);
        await delay(AGAIN_MS);
      }
    }
  }
}

/** A unit, and the KPIs that are measured. */
export async function organise(server: ServerProcess): Promise<void> {
  const unit = { number: '1', name: 'Works', kind: 'company' };
  expect((await server.send('POST', '/units', unit)).status).toBe(201);
  for (let number = 0; number < KPIS; number++) {
    const kpi = {
      number: String(number),
      name: `KPI ${number}`,
      unitId: namedId('unit', 'number', '1'),
      direction: 'increase',
      frequency: 'daily',
      aggregation: 'last',
      labels: [],
    };
    expect((await server.send('POST', '/kpis', kpi)).status).toBe(201);
  }
}

/** Whether a measurement can be recorded now, and is shown. @param key what it is known by: no spaces */
export async function works(server: ServerProcess, key: string): Promise<boolean> {
  const answer = await record(server, 0, key);
  if (!('position' in answer)) return false;
  return (await server.send('GET', `/kpis/number:0?after=${answer.position}`)).ok;
}

/** @throws where the server does not answer */
async function record(
  server: ServerProcess,
  kpi: number,
  key: string,
): Promise<{ readonly position: string } | Refused> {
  const measurement = { value: '1.5', measuredAt: '2024-05-01', source: key };
  const answer = await server.send('POST', `/kpis/number:${kpi}/measurements`, measurement, key);
  const body = (await answer.json()) as { position: string };
  return answer.ok ? body : { status: answer.status, retryAfter: answer.headers.get('retry-after') };
}
