import { StructuredLog } from '@pm/assembly';
import { currentCorrelationId } from '../../apps/api/src/http/correlation.js';
import { type Server, startServer } from '../support/server.js';

describe('The log of a server', () => {
  const written: string[] = [];
  const logged = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = () => logged().filter(({ context }) => context === 'Request');
  let server: Server;
  beforeEach(async () => {
    written.length = 0;
    const to = { write: (line: string) => void written.push(line) };
    const logger = new StructuredLog({
      level: 'debug',
      readable: false,
      correlationId: currentCorrelationId,
      to,
    });
    server = await startServer({ logger });
  });
  afterEach(() => server.stop());

  it('names no route at start', () =>
    expect(written.filter((line) => /Mapped|dependencies initialized/.test(line))).toEqual([]));

  it('has a line for each request: method, route, status and how long it took', async () => {
    await server.as('employee').get('/units/number:7');
    expect(requests()).toEqual([
      expect.objectContaining({
        level: 30,
        method: 'GET',
        route: '/api/v1/units/:unitId',
        status: 404,
        seconds: expect.any(Number),
      }),
    ]);
  });

  it.each([
    [{ 'x-correlation-id': 'order-7' }, 'order-7'],
    [{ traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` }, 'ab'.repeat(16)],
    [{}, expect.stringMatching(/^[0-9a-f-]{36}$/)],
    [
      { 'x-correlation-id': 'with spaces', traceparent: 'nonsense' },
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ],
  ])('ties the lines of a request together, sent with %j', async (headers, expected) => {
    await server.as('employee').get('/units', headers);
    expect(requests()).toMatchObject([{ correlationId: expected }]);
  });

  it('is tied to the events that a request made', async () => {
    const works = { number: '1', name: 'Works', kind: 'company' };
    await server.as('people-admin').post('/units', works);
    const [event] = await server.stores.events.readStream('organisation-chart');
    expect(requests()).toMatchObject([{ correlationId: event!.metadata.correlationId }]);
  });

  it('holds nothing that a request said', async () => {
    const { post, get } = server.as('people-admin');
    const secret = {
      'x-secret': 'S3CRET',
      'idempotency-key': 'S3CRET',
      'if-match': 'S3CRET',
      cookie: 'S3CRET',
    };
    await post('/units', { number: 'S3CRET', name: 'S3CRET', kind: 'company' });
    await post('/units', { number: 'S3CRET', name: 7, S3CRET: 1 }, secret);
    await post('/units', '{"S3CRET"', secret);
    await get('/units/number:S3CRET?after=S3CRET', secret);
    await get('/operations/views/S3CRET/parked?S3CRET=S3CRET');
    await server.send('GET', '/S3CRET/%S3CRET?S3CRET', undefined, { authorization: 'Bearer S3CRET' });
    expect(requests().length).toBeGreaterThan(4);
    expect(written.join('')).not.toMatch(/S3CRET|Bearer|eyJ/);
  });
});

describe('The log at a terminal', () => {
  it('is a line for a person', () => {
    const written: string[] = [];
    const log = new StructuredLog({
      level: 'info',
      readable: true,
      to: { write: (line: string) => void written.push(line) },
    });
    log.log({ method: 'GET', status: 200 }, 'Request');
    log.warn('ready again', 'Readiness');
    log.debug('not now', 'Request');
    expect(written).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} info {2}Request method=GET status=200\n$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} warn {2}Readiness ready again\n$/),
    ]);
  });
});
