import { createServer } from '../../apps/api/src/server.js';
import { InlineProjection } from '@pm/assembly';
import { inMemory } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';

describe('Metrics', () => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  const open = (name: string) =>
    server.as('people-admin').post('/units', { number: 'S3CRET-1', name, kind: 'company' });
  const lines = async (): Promise<string[]> => {
    const { body } = await server.metrics('system-admin');
    return (body as string).split('\n');
  };
  const valueOf = async (start: string) =>
    Number(
      (await lines())
        .find((line) => line.startsWith(start))
        ?.split(' ')
        .at(-1),
    );

  it('count requests by template, commands by outcome, and events', async () => {
    await open('Works');
    await open('Works');
    await server.as('employee').get('/units/number:S3CRET-1?after=S3CRET');
    const route =
      'throughline_http_request_duration_seconds_count{method="GET",route="/api/v1/units/:unitId"';
    expect(await valueOf(`${route},status="400"}`)).toBe(1);
    const command = 'throughline_commands_total{command="OpenUnit",outcome=';
    expect(await valueOf(`${command}"recorded"}`)).toBe(1);
    expect((await lines()).filter((line) => line.startsWith(command))).toHaveLength(2);
    expect(await valueOf('throughline_appended_events_total')).toBe(1);
  });

  it('tell of every view, of jobs and of the process', async () => {
    const text = (await lines()).join('\n');
    for (const name of ['lag_events', 'lag_seconds', 'parked_events'])
      expect(text).toMatch(new RegExp(`^throughline_view_${name}{view="goal-tree"} 0$`, 'm'));
    expect(text).toMatch(/^throughline_parked_jobs 0$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });

  it('hold nothing that a user wrote, and no ids', async () => {
    const { body } = await open('S3CRET name');
    await server.as('employee').get(`/units/${body.id}`);
    await server.send('GET', '/S3CRET?S3CRET=S3CRET', undefined, { 'x-correlation-id': 'S3CRET' });
    const text = (await lines()).join('\n');
    expect(text).not.toMatch(/S3CRET/);
    expect(text).not.toContain(body.id);
  });

  it('are read with the permission only, or by anyone where that was chosen', async () => {
    expect((await server.send('GET', '/metrics')).status).toBe(401);
    expect((await server.metrics('employee')).status).toBe(403);
    const { stores } = inMemory();
    const tokens = { trust: { secret: 'x'.repeat(32) }, issuer: 'throughline', audience: 'throughline' };
    const parts = { stores, projection: new InlineProjection(stores), tokens, openMetrics: true };
    const openly = await createServer(parts);
    await openly.init();
    const answer = await openly.inject({ method: 'GET', url: '/metrics' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^text\/plain/),
    ]);
    await openly.close();
  });
});
