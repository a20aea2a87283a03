import { join } from 'node:path';
import { newId, type StoredEvent } from '@pm/eventing';
import { openDatabase } from '@pm/eventing/sqlite';
import fastify from 'fastify';
import { BareLog } from './bare-log.js';
import { measurementEvents } from './samples.js';

/**
 * The raw limit of HTTP, in a process of its own: a route that inserts what it is sent before it answers, and one that
 * reads a document. Its argument is its directory; it tells its parent the address that it listens on.
 */
const directory = process.argv[2]!;

const log = new BareLog(join(directory, 'bare-log.db'));
const documents = openDatabase({
  file: join(directory, 'bare-documents.db'),
  schema: ['CREATE TABLE documents (id TEXT PRIMARY KEY, own TEXT) WITHOUT ROWID'],
  synchronous: 'NORMAL',
  pageSize: 4096,
});
const put = documents.prepare('INSERT INTO documents VALUES (?, ?)');
const get = documents.prepare<[string], { own: string }>('SELECT own FROM documents WHERE id = ?');
const [sample] = measurementEvents(1, 1) as [StoredEvent];
let revision = 0;

const app = fastify();
app.post<{ Body: Record<string, unknown> }>('/measurements', async ({ body }, reply) => {
  const event = { ...sample, id: newId(), revision: revision++, data: body as StoredEvent['data'] };
  await log.append(event);
  return reply.status(201).send({ id: event.id, revision: event.revision });
});
app.put<{ Params: { id: string } }>('/documents/:id', async ({ params, body }) => {
  put.run(params.id, JSON.stringify(body));
  return {};
});
app.get<{ Params: { id: string } }>('/documents/:id', async ({ params }, reply) =>
  reply.type('application/json').send(get.get(params.id)?.own),
);
process.send!(await app.listen({ port: 0, host: '127.0.0.1' }));
