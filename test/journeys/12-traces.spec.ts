import { jest } from '@jest/globals';
import { Traces } from '@pm/assembly/tracing';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node';
import { startServer } from '../support/server.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

it('Traces name a request and all that it sets off, and tell nothing of what was said', async () => {
  const spans = new InMemorySpanExporter();
  const traces = new Traces('test', spans);
  const server = await startServer({ traces });
  const admin = server.as('people-admin');
  const headers = { traceparent: `00-${TRACE}-b7ad6b7169203331-01` };
  await admin.post('/units', { number: 'secret-number', name: 'A secret name', kind: 'city' }, headers);
  await admin.get('/units/number:secret-number', headers);
  await admin.post('/units', { number: 'secret-number', name: 'Another', kind: 'city' }, headers);
  // What was traced is sent when the server ends: looked at before the exporter forgets it.
  const forget = jest.spyOn(spans, 'shutdown').mockResolvedValue();
  await server.stop();

  const ended = spans.getFinishedSpans().filter((span) => span.spanContext().traceId === TRACE);
  const above = (id: string | undefined) => ended.find((span) => span.spanContext().spanId === id)?.name;
  const lines = ended.map(
    ({ name, parentSpanContext }) => `${above(parentSpanContext?.spanId) ?? ''} > ${name}`,
  );
  expect(new Set(lines)).toEqual(
    new Set([
      ' > POST /api/v1/units',
      'POST /api/v1/units > OpenUnit',
      'OpenUnit > append',
      ' > GET /api/v1/units/:unitId',
      'GET /api/v1/units/:unitId > ReadView',
    ]),
  );
  expect(ended.flatMap(({ attributes }) => attributes['throughline.rejection'] ?? [])).toEqual([
    'unit-exists',
  ]);
  const told = ended.map(({ name, attributes, status, events }) => ({ name, attributes, status, events }));
  expect(JSON.stringify(told)).not.toMatch(/secret/i);
  forget.mockRestore();
});
