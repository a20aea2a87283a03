import { jest } from '@jest/globals';
import { LINE_BYTES_MAX, ROWS_MAX } from '@pm/intake';
import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const CSV = { 'content-type': 'text/csv; charset=utf-8' };

type Row = Readonly<Record<string, unknown>>;
const ndjson = (...rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe.each(PLACES)('Record many measurements, over HTTP and %s', (_, place) => {
  let server: Server;
  let unitId: string;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const unit = { name: 'City', kind: 'city', number: 'city' };
    unitId = (await server.as('people-admin').post('/units', unit)).body.id;
  });
  afterAll(() => server.stop());

  /** Of this test's own two KPIs. */
  let number = 0;
  const kpi = (which: 'trees' | 'paths' = 'trees') => `number:${which}-${number}`;
  beforeEach(async () => {
    number += 1;
    for (const which of ['trees', 'paths'])
      await server.as('controller').post('/kpis', {
        number: `${which}-${number}`,
        name: which,
        unitId,
        direction: 'increase',
        frequency: 'monthly',
        aggregation: 'sum',
      });
  });

  const row = (period: string, value: string, change: Row = {}): Row => ({
    kpi: kpi(),
    period,
    value,
    source: 'crm',
    ...change,
  });
  const send = (body: string, type: Readonly<Record<string, string>> = NDJSON, by = server.as('machine')) =>
    by.post('/measurements/batch', body, type);
  const points = async (position: string, which: 'trees' | 'paths' = 'trees'): Promise<string[]> => {
    const { body } = await server.as('employee').get(`/kpis/${kpi(which)}/trend?after=${position}`);
    return body.points.map(({ period, value }: { period: string; value: string }) => `${period} ${value}`);
  };
  const counts = ({ body: { recorded, corrected, unchanged, rejected } }: Answer) => ({
    recorded,
    corrected,
    unchanged,
    rejected,
  });

  it('what was sent is what the next reader sees', async () => {
    const answer = await send(
      ndjson(row('2026-01', '6'), row('2026-02', '7'), row('2026-01', '1', { kpi: kpi('paths') })),
    );
    expect(answer).toMatchObject({ status: 200, body: { rows: 3, recorded: 3, rejected: 0, problems: [] } });
    expect(await points(answer.body.position)).toEqual(['2026-01 6', '2026-02 7']);
    expect(await points(answer.body.position, 'paths')).toEqual(['2026-01 1']);
  });

  it('the same as CSV, whose empty cells say nothing', async () => {
    const header = 'kpi,period,measuredAt,value,source,note';
    const rows = [`${kpi()},2026-01,,6,crm,"one, by hand"`, `${kpi()},,2026-02-10,7,,`];
    const answer = await send([header, ...rows].join('\r\n'), CSV);
    expect(answer.body).toMatchObject({ rows: 2, recorded: 2 });
    expect(await points(answer.body.position)).toEqual(['2026-01 6', '2026-02 7']);
    const [first, second] = (await server.as('employee').get(`/kpis/${kpi()}/trend`)).body.points;
    expect([first.source, second.source]).toEqual(['crm', 'machine']);
  });

  it('the same batch again records nothing, and its position shows what there is', async () => {
    const body = ndjson(row('2026-01', '6'), row('2026-02', '7'));
    const first = await send(body);
    const again = await send(body);
    expect(counts(again)).toEqual({ recorded: 0, corrected: 0, unchanged: 2, rejected: 0 });
    expect(again.body.position).toBe(first.body.position);
  });

  it('another value corrects, one’s own freely and another’s with a reason by those who may', async () => {
    await send(ndjson(row('2026-01', '6'), row('2026-02', '7')));
    expect(counts(await send(ndjson(row('2026-01', '6.5'), row('2026-02', '7.0'))))).toEqual({
      recorded: 0,
      corrected: 1,
      unchanged: 1,
      rejected: 0,
    });
    const theirs = ndjson(row('2026-01', '8'), row('2026-02', '9', { reason: 'One depot was missing.' }));
    const code = (answer: Answer) => answer.body.problems.map((problem: Row) => problem.code);
    expect(code(await send(theirs, NDJSON, server.as('manager')))).toEqual([
      'reason-required',
      'not-the-author',
    ]);
    const allowed = await send(theirs, NDJSON, server.as('controller'));
    expect(allowed.body).toMatchObject({ corrected: 1, problems: [{ line: 1, code: 'reason-required' }] });
    expect(await points(allowed.body.position)).toEqual(['2026-01 6.5', '2026-02 9']);
  });

  it('bad rows are told by line and field, and the good ones are kept', async () => {
    const body = [
      ndjson(row('2026-01', '6')),
      '{"kpi": \n',
      '[1]\n',
      '\n',
      ndjson(row('2026-02', 'S3CRET'), row('2026-02', 7 as never), row('2026', '7'), { period: '2026-02' }),
      ndjson(row('2026-02', '7', { colour: 'S3CRET' }), row('2026-02', '7', { kpi: 'trees' })),
      ndjson(
        row('2026-02', '7', { measuredAt: '2026-02-03' }),
        row('2026-02', '7', { note: 'x'.repeat(501) }),
      ),
      ndjson(row('2026-02', '7', { kpi: 'number:S3CRET' }), row('2999-01', '7'), row('FY2026', '7')),
      ndjson(row('2026-01', '9'), row('2026-01', '6.0', { note: null })),
    ].join('');
    const answer = await send(body);
    const told = answer.body.problems.map(({ line, field, code }: Row) => [line, field, code]);
    expect(told).toEqual([
      [2, undefined, 'row-unreadable'],
      [3, undefined, 'row-unreadable'],
      [5, 'value', 'field-invalid'],
      [6, 'value', 'field-invalid'],
      [7, 'period', 'field-invalid'],
      [8, 'kpi', 'field-missing'],
      [9, 'colour', 'field-unknown'],
      [10, 'kpi', 'field-invalid'],
      [11, undefined, 'measured-when'],
      [12, 'note', 'field-invalid'],
      [13, 'kpi', 'kpi-unknown'],
      [14, 'period', 'measured-in-future'],
      [15, undefined, 'period-of-other-frequency'],
      [16, 'value', 'contradicts-earlier-row'],
    ]);
    expect(answer.body).toMatchObject({ rows: 16, recorded: 1, unchanged: 1, rejected: 14 });
    expect(JSON.stringify(answer.body)).not.toMatch(/S3CRET/);
    expect(await points(answer.body.position)).toEqual(['2026-01 6']);
  });

  it('a CSV row with a cell too many is told, and the others are kept', async () => {
    const answer = await send(`kpi,period,value\n${kpi()},2026-01,6,5\n${kpi()},2026-02,7\n`, CSV);
    expect(answer.body).toMatchObject({ recorded: 1, problems: [{ line: 2, code: 'row-unreadable' }] });
  });

  it('a hundred problems are listed, and all are counted', async () => {
    const answer = await send(ndjson(...Array.from({ length: 130 }, () => row('2026', '7'))));
    expect(answer.body).toMatchObject({ rejected: 130 });
    expect(answer.body.problems).toHaveLength(100);
  });

  it('two batches at once both end, and every value stands once', async () => {
    const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
    const body = ndjson(...months.map((month) => row(month, '1')));
    const both = await Promise.all([send(body), send(body)]);
    expect(both.map(({ body: { recorded, unchanged } }) => recorded + unchanged)).toEqual([12, 12]);
    expect(both[0].body.recorded + both[1].body.recorded).toBe(12);
    expect(await points(both[1].body.position)).toHaveLength(12);
  });
});

/** A hundred thousand rows take a while on a busy machine. */
jest.setTimeout(30_000);

describe('A batch that is stopped', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  const send = (body: string, type: string, by: Client = server.as('machine')) =>
    by.post('/measurements/batch', body, { 'content-type': type });

  it('says what was stored of too many rows', async () => {
    const answer = await send('{}\n'.repeat(ROWS_MAX + 1), 'application/x-ndjson');
    expect(answer).toMatchObject({
      status: 413,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { title: 'limit-exceeded', limit: ROWS_MAX, unit: 'rows' },
    });
    expect(answer.body.stored).toMatchObject({ rows: ROWS_MAX, recorded: 0, rejected: ROWS_MAX });
  });

  it('leaves its connection to the next request, whatever was not read of it', async () => {
    await server.app.listen(0, '127.0.0.1');
    const address = `${await server.app.getUrl()}/api/v1/measurements/batch`;
    const headers = {
      'content-type': 'application/x-ndjson',
      authorization: `Bearer ${await server.tokenOf('meter', ['machine'])}`,
    };
    for (const _ of ['once', 'again']) {
      const body = '{"nothing":"of use"}\n'.repeat(ROWS_MAX * 2);
      const { status } = await fetch(address, { method: 'POST', headers, body });
      expect(status).toBe(413);
    }
  });

  it.each(['application/x-ndjson', 'text/csv'])('says which limit a line of %s is above', async (type) => {
    const answer = await send(`kpi,value\n${'x'.repeat(LINE_BYTES_MAX + 1)},1\n`, type);
    expect(answer).toMatchObject({
      status: 413,
      body: { title: 'limit-exceeded', limit: LINE_BYTES_MAX, unit: 'bytes', stored: { recorded: 0 } },
    });
  });

  it.each([
    ['has a quote out of place', 'kpi,value\n"number:1" x,1\n'],
    ['names a column twice', 'kpi,value,value\n'],
    ['is empty', '\n'],
  ])('says that its CSV %s', async (_, body) =>
    expect(await send(body, 'text/csv')).toMatchObject({
      status: 400,
      body: { title: 'csv-unreadable', stored: { rows: 0 } },
    }),
  );

  it.each(['application/json', 'text/plain', 'application/x-ndjsonx'])(
    'takes nothing of type %s',
    async (type) => {
      const answer = await send('{}', type);
      expect(answer).toMatchObject({ status: 415, body: { title: 'media-type' } });
      expect(answer.body.detail).toBe('Send content-type: application/x-ndjson or text/csv.');
    },
  );

  it('is refused to those who may not measure', async () => {
    for (const role of ['employee', 'auditor', 'executive', 'people-admin'] as const)
      expect((await send('{}', 'text/csv', server.as(role))).status).toBe(403);
  });
});
