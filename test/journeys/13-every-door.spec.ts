import { readdirSync, readFileSync } from 'node:fs';
import { inDirectory, Jobs, openStores, type Stores, StructuredLog } from '@pm/assembly';
import { LIMITS, ManualClock, opened } from '@pm/eventing';
import { OFFICE_HOURS } from '@pm/notifications';
import { SmtpMail } from '@pm/notifications/nodemailer';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { done } from '../support/done.js';
import { made } from '../support/made.js';
import { startMailServer } from '../support/mail-server.js';
import { multipart } from '../support/multipart.js';
import { at } from '../support/office.js';
import { scimClient, user } from '../support/scim.js';
import { type Client, type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

/** What is said of Ada through one door: found wherever it is in clear. */
const secret = (door: string) => `Zq ${door} qZ`;
const ADDRESS = 'zq.mail.qz@example.org';
const ABOUT_ADA = [
  'first name',
  'name',
  'head',
  'partner',
  'role',
  'hold',
  'title',
  'private',
  'note',
  'remark',
];
/** Said in requests that are refused. */
const REFUSED = ['bad name', 'bad title', 'query', 'filter', 'bad note', 'bad row', 'header'];
const TEXTS = [...[...ABOUT_ADA, ...REFUSED].map(secret), ADDRESS];

describe('What is told of a person through any door', () => {
  const { path, remove } = temporaryDirectory();
  const clock = new ManualClock(at('2026-01-13T10:15+01:00'));
  const lines: string[] = [];
  let mails: Awaited<ReturnType<typeof startMailServer>>;
  let server: Server;
  let ada: string;
  /** What proves who somebody is, and what signs. */
  const credentials: string[] = [];

  beforeAll(async () => {
    mails = await startMailServer();
    mails.refuse(Number.MAX_SAFE_INTEGER);
    const logger = new StructuredLog({
      level: 'debug',
      readable: false,
      to: { write: (line: string) => void lines.push(line) },
    });
    const notifications = { workingTime: OFFICE_HOURS, mail: new SmtpMail(mails.url, 'goals@example.org') };
    const backOff = { firstMs: 2, maxMs: 4 };
    const jobs = (stores: Stores) =>
      new Jobs(stores, { tell: (level, text) => logger[level](text), clock, backOff, notifications });
    const place = { stores: await openStores(inDirectory(path)), remove: async () => {} };
    server = await startServer({ place, clock, jobs, logger });
    await tellAll();
    await refuseAll();
    await until(() => lines.some((line) => line.includes('mail-notification') && line.includes('failed')));
    await until(() => lines.some((line) => line.includes('job webhook') && line.includes('failed')));
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await mails.close();
    remove();
  });

  const admin = () => server.as('people-admin');
  const controller = () => server.as('controller');
  const imported = async (by: Client, file: string) => {
    const people = [{ number: '{no}', name: '{name}', unit: '{unit}', from: '2026-01-13' }];
    const form = multipart({ mapping: JSON.stringify({ source: 'Payroll', people }), file });
    return done(by.post('/imports', form.body, form.headers));
  };

  async function tellAll(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const city = await made(admin().post('/units', { number: 'C', name: 'City', kind: 'city' }));
    const grace = await made(
      admin().post('/people', { number: 'grace', name: 'Grace', unitId: city, from: '2025-01-01' }),
    );
    const scim = scimClient(server, 'people-admin');
    ada = (await done(scim('POST', '/Users', user('ada', secret('first name'), {}, { department: 'C' })))).id;
    await imported(admin(), `no,name,unit\nada,${secret('name')},C\n`);
    await done(admin().put(`/people/${ada}/manager`, { managerId: grace, from: '2026-01-13' }));
    await done(admin().put(`/people/${ada}/mail-address`, { address: ADDRESS }));
    const named = { personId: ada, from: '2026-01-13' };
    await done(admin().put(`/units/${city}/head`, { ...named, reason: secret('head') }));
    await done(admin().put(`/units/${city}/hr-partner`, { ...named, reason: secret('partner') }));
    await done(admin().post('/roles/grant', { subject: ada, role: 'manager', reason: secret('role') }));
    await done(admin().put(`/people/${ada}/hold`, { reason: secret('hold') }));
    await done(admin().post(`/people/${ada}/hold-release`, { reason: secret('hold') }));
    await tellOfWork(city, grace);
    const url = 'http://127.0.0.1:1/hooks/zq-path-qz';
    credentials.push(url, (await done(controller().post('/webhooks', { url }))).secret);
    credentials.push(
      (await done(controller().post('/api-keys', { name: 'Gates', scopes: ['kpi.read'] }))).key,
    );
    await done(admin().post('/units', { name: 'Parks', kind: 'agency', parentId: city }));
  }

  /** Ada's own words, and a goal that Grace proposes to her, of which a mail tells. */
  async function tellOfWork(unitId: string, graceId: string): Promise<void> {
    const [self, grace] = [server.person(ada, 'controller'), server.person(graceId)];
    const goal = { kind: 'objective', title: secret('title'), personId: ada };
    const goalId = await made(grace.post('/goals', goal));
    const closed = { visibility: 'private', reason: secret('private') };
    await done(grace.put(`/goals/${goalId}/visibility`, closed));
    await made(grace.post(`/goals/${goalId}/proposal`));
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId };
    const kpi = await made(self.post('/kpis', { ...shape, number: 'lanes', name: 'Lanes' }));
    const rows = [
      { kpi, period: '2025-12', value: '1', note: secret('note') },
      { kpi, period: secret('bad row'), value: '2', note: secret('bad note') },
    ];
    const body = rows.map((row) => JSON.stringify(row)).join('\n');
    await done(self.post('/measurements/batch', body, { 'content-type': 'application/x-ndjson' }));
    await made(self.post(`/kpis/${kpi}/annotations`, { at: '2025-12-15', text: secret('remark') }));
  }

  async function refuseAll(): Promise<void> {
    const scim = scimClient(server, 'people-admin');
    await admin().put(`/people/${ada}/name`, { name: [secret('bad name')] });
    await admin().post('/goals', `{"title": "${secret('bad title')}",`);
    await admin().get(`/people?sort=${encodeURIComponent(secret('query'))}`);
    await scim('GET', `/Users?filter=${encodeURIComponent(`displayName co "${secret('filter')}"`)}`);
    await admin().get(`/people/${encodeURIComponent(secret('query'))}`, {
      'if-none-match': secret('header'),
    });
    await imported(admin(), `no,name,unit\neve,${secret('bad row')},nowhere\n`);
    await server.send('GET', '/api/v1/people', undefined, { authorization: `Bearer ${credentials.at(-1)}x` });
  }

  const found = (where: string | Buffer, texts: readonly string[]) =>
    texts.filter((text) => where.includes(text));
  const inFiles = (texts: readonly string[]) =>
    readdirSync(path).flatMap((file) =>
      found(readFileSync(`${path}/${file}`), texts).map((text) => `${file}: ${text}`),
    );
  async function allOpened(): Promise<string> {
    const { events, keys } = server.stores;
    const { events: all } = await events.readAll({ limit: LIMITS.pageEvents });
    return JSON.stringify(
      await opened(
        keys,
        all.map(({ data, metadata }) => ({ data, metadata })),
      ),
    );
  }

  it('is in no line of the log, and neither is what proves who somebody is', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(found(lines.join(''), [...TEXTS, ...credentials, 'eyJ', 'tlk_', 'whsec_'])).toEqual([]);
  });

  it('is in clear in no file', async () => {
    const [, ...proofs] = credentials;
    expect(inFiles([...TEXTS, ...proofs])).toEqual([]);
    expect(found(await allOpened(), TEXTS)).toEqual([...ABOUT_ADA.map(secret), ADDRESS]);
  });

  it('is opened by no key that is left, once they were erased', async () => {
    await done(admin().post(`/people/${ada}/erasure`, { reason: 'objection', force: true }));
    expect(found(await allOpened(), TEXTS)).toEqual([]);
    expect(inFiles(TEXTS)).toEqual([]);
    expect(found(lines.join(''), TEXTS)).toEqual([]);
  });
});
