import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { idIn } from '@pm/eventing';
import autocannon from 'autocannon';
import type { ServerProcess } from '../support/server-process.js';
import { type Bench, compared, type Row } from './measured.js';
import { measurementOf, organise, serverIn, untilCurrent } from './organisation.js';

const CONNECTIONS = 50;
const ROUNDS = 3;
const BUDGET = 0.5;

/** What one connection after the other is asked. */
interface Load {
  readonly url: string;
  readonly token?: string;
  /** The path, and the body where it is a command. */
  readonly next: () => { path: string; body?: object };
  /** Fewer, where an answer takes long. */
  readonly connections?: number;
}

/** Commands and reads of the server as it is deployed, beside routes of the same framework that do only what must be done. */
export async function httpRows({ directory, quick }: Bench): Promise<Row[]> {
  const [kpis, goals, seconds] = quick ? [50, 20, 1] : [2000, 1000, 2];
  const bare = fork(new URL('./bare-server.js', import.meta.url), [directory]);
  const [bareUrl] = (await once(bare, 'message')) as [string];
  const server = await serverIn(directory, 'http');
  try {
    await organise(server, { kpis, goals });
    const between = { seconds, rounds: quick ? 1 : ROUNDS };
    return [
      await commandRow({ bareUrl, server, kpis, ...between }),
      await readRow('GET a scorecard', `/kpis/${idIn('kpi', 'number:1')}`, { bareUrl, server, ...between }),
      await readRow('GET a goal', `/goals/${idIn('goal', 'number:1')}`, { bareUrl, server, ...between }),
      await readRow(`GET ${goals} goals, compact`, '/goals?compact=true', { bareUrl, server, ...between }),
    ];
  } finally {
    await server.end('SIGTERM');
    await ended(bare);
  }
}

interface Both {
  readonly bareUrl: string;
  readonly server: ServerProcess;
  readonly seconds: number;
  readonly rounds: number;
}

/** Our side is closed once its views are current, so that they do not take the other side's time. */
function commandRow({ bareUrl, server, seconds, rounds, kpis }: Both & { kpis: number }): Promise<Row> {
  let index = 0;
  const { url, token } = server;
  const bare = () => ({ path: '/measurements', body: measurementOf(index++, kpis) });
  const ours = () => {
    const { kpi, ...body } = measurementOf(index++, kpis);
    return { path: `/api/v1/kpis/${kpi}/measurements`, body };
  };
  return compared(
    { name: 'POST a measurement', limit: 'bare Fastify, durable insert', budget: BUDGET },
    {
      raw: () => ({ run: () => answered({ url: bareUrl, next: bare }, seconds) }),
      ours: () => ({
        run: () => answered({ url, token, next: ours }, seconds),
        close: () => untilCurrent(server),
      }),
    },
    rounds,
  );
}

/** The raw side reads, as one document, what ours answers. */
async function readRow(name: string, path: string, { bareUrl, server, seconds, rounds }: Both): Promise<Row> {
  const { url, token } = server;
  const answer = await server.send('GET', path);
  const document = `/documents/${encodeURIComponent(path)}`;
  const stored = await fetch(bareUrl + document, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: await answer.text(),
  });
  if (!answer.ok || !stored.ok) throw new Error(`${path} cannot be read`);
  return compared(
    { name, limit: 'bare Fastify, one document', budget: BUDGET },
    {
      raw: () => ({ run: () => answered({ url: bareUrl, next: () => ({ path: document }) }, seconds) }),
      ours: () => ({
        run: () => answered({ url, token, next: () => ({ path: `/api/v1${path}` }) }, seconds),
      }),
    },
    rounds,
  );
}

/** @returns how many requests were answered well, which all must be */
export async function answered(
  { url, token, next, connections = CONNECTIONS }: Load,
  duration: number,
): Promise<number> {
  const { errors, non2xx, requests } = await autocannon({
    url,
    connections,
    duration,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    requests: [
      {
        setupRequest: (request) => {
          const { path, body } = next();
          return body
            ? { ...request, path, method: 'POST', body: JSON.stringify(body) }
            : { ...request, path };
        },
      },
    ],
  });
  if (errors + non2xx > 0) throw new Error(`${errors} requests failed, ${non2xx} were refused`);
  return requests.total;
}

async function ended(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}
