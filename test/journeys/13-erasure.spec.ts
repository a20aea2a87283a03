import { readdirSync, readFileSync } from 'node:fs';
import { CommandBus } from '@nestjs/cqrs';
import { inDirectory, Jobs, openReadOnly, openStores, type Stores } from '@pm/assembly';
import { type CommandContext, LIMITS, ManualClock, opened, verify } from '@pm/eventing';
import type { ActorId, Instant, PersonId } from '@pm/kernel';
import { erasePersonCommand } from '@pm/organisation';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { viewsThatDiffer } from '../support/rebuilt-views.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

/** Texts of and about Ada, each another one, in letters that a file may escape. */
const TEXTS = 'name,newer name,hired,title,other title,why,so be it,note,remark,end,lesson'.split(',');
const secret = (what: string) => `Zäph"${what}"`;
const json = (text: string) => JSON.stringify(text).slice(1, -1);
/** As it is, within JSON, and within JSON that is ASCII alone. */
const written = (text: string): Buffer[] =>
  [text, json(text), json(text).replaceAll('ä', String.raw`\u00e4`)].map((each) => Buffer.from(each));
const SECRETS = TEXTS.map(secret);
const BEFORE = 'asOf=2026-03-31&asKnownAt=2026-03-31';
/** What readers may ask about Ada, and about what her work counts in. */
const pathsOf = (ids: Readonly<Record<'goal' | 'kpi', string>>, moment: string) => [
  `/people?${moment}`,
  `/goals?indicators=true&archived=true&${moment}`,
  `/goals/${ids.goal}?${moment}`,
  `/goals/${ids.goal}/changes?asKnownAt=2026-03-31`,
  `/goals/${ids.goal}/figure?${moment}`,
  `/kpis/${ids.kpi}/trend?${moment}`,
  `/outcomes?period=FY2026&${moment}`,
  ...['goals', 'measurements', 'goal-history'].map((table) => `/exports/${table}?format=ndjson&${moment}`),
];

describe('A person who is erased, on SQLite', () => {
  const { path, remove } = temporaryDirectory();
  const clock = new ManualClock(at('2026-01-02'));
  const log: string[] = [];
  let server: Server;
  let ids: Record<'ada' | 'grace' | 'city' | 'kpi' | 'goal', string>;
  let key: Buffer;
  /** Files that held the key until then. */
  let keptIn: string[];
  let before: string;
  let logged: string;
  let erased: Answer;

  const start = async (jobs?: (stores: Stores) => Jobs) => {
    const place = { stores: await openStores(inDirectory(path)), remove: async () => {} };
    const line = (...words: unknown[]) => void log.push(words.join(' '));
    server = await startServer({ place, clock, jobs, logger: { log: line, warn: line, error: line } });
  };
  beforeAll(async () => {
    await start();
    await organise();
    await live();
    clock.set(at('2026-03-31'));
    before = await everything(BEFORE);
    logged = await allOpened();
    key = (await server.stores.keys.existingKey(ids.ada))!;
    keptIn = filesHold([key]);
    clock.set(at('2026-04-01'));
    erased = await admin().post(`/people/${ids.ada}/erasure`, { reason: 'objection', force: true });
  });
  afterAll(async () => {
    await server.stop();
    remove();
  });

  const admin = () => server.as('people-admin');
  const done = async (answer: Promise<Answer>): Promise<string> => {
    const { status, body } = await answer;
    expect([status < 300, body.detail]).toEqual([true, undefined]);
    return body.id as string;
  };

  async function organise(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const city = await done(admin().post('/units', { name: 'City', kind: 'city' }));
    const join = (number: string, name: string, more = {}) =>
      done(admin().post('/people', { number, name, unitId: city, from: '2025-01-01', ...more }));
    const grace = await join('grace', 'Grace');
    await join('eve', 'Eve');
    const ada = await join('ada', secret('name'), { managerId: grace, reason: secret('hired') });
    await done(admin().put(`/people/${ada}/name`, { name: secret('newer name') }));
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', labels: ['critical'] };
    const kpi = await done(server.as('controller').post('/kpis', { ...shape, name: 'Lawns', unitId: city }));
    const target = { period: 'FY2026', value: '50' };
    await done(server.as('controller').post(`/kpis/${kpi}/targets`, target));
    ids = { ada, grace, city, kpi, goal: '' };
  }

  /** Ada's year: a goal under the city's, agreed, changed, measured and remarked upon by herself, and ended. */
  async function live(): Promise<void> {
    const [ada, grace] = [server.person(ids.ada, 'manager', 'controller'), server.person(ids.grace)];
    const year = { kind: 'objective', start: '2026-01-01', end: '2026-12-31' };
    const { city, kpi } = ids;
    const top = await done(server.as('controller').post('/goals', { ...year, title: 'Green', unitId: city }));
    const measure = { kpiId: kpi, baseline: '0', target: '50', direction: 'increase' };
    const terms = { start: year.start, end: year.end, measure };
    const mine = { ...year, ...terms, personId: ids.ada, parents: [{ parentId: top }] };
    const goal = await done(ada.post('/goals', { ...mine, title: secret('title') }));
    ids = { ...ids, goal };
    await done(ada.post(`/goals/${goal}/proposal`));
    await done(grace.post(`/goals/${goal}/acceptance`, { termsRevision: 1 }));
    await done(ada.post(`/goals/${goal}/activation`, {}));
    const seen = async (by: Client) => {
      const { head } = (await server.send('GET', '/ready')).body;
      const { headers } = await by.get(`/goals/${goal}?after=${head as string}`);
      return { 'if-match': headers.etag as string };
    };
    const change = { ...terms, title: secret('other title'), reason: secret('why') };
    await done(ada.post(`/goals/${goal}/change-request`, change, await seen(ada)));
    await done(
      grace.post(`/goals/${goal}/change-approval`, { reason: secret('so be it') }, await seen(grace)),
    );
    clock.set(at('2026-02-05'));
    const value = { period: '2026-01', value: '20', source: 'rounds', note: secret('note') };
    await done(ada.post(`/kpis/${kpi}/measurements`, value));
    await done(ada.post(`/kpis/${kpi}/annotations`, { at: '2026-01-15', text: secret('remark') }));
    const end = { result: 'missed', lessons: secret('lesson'), reason: secret('end') };
    await done(grace.post(`/goals/${goal}/completion`, end, await seen(grace)));
  }

  async function everything(moment: string): Promise<string> {
    const texts: string[] = [];
    for (const path of pathsOf(ids, moment)) {
      const { status, bytes } = await server.as('auditor').get(path);
      texts.push(`${path} ${status} ${bytes.toString()}`);
    }
    return texts.join('\n');
  }
  async function allOpened(): Promise<string> {
    const { events, keys } = server.stores;
    const page = await events.readAll({ limit: LIMITS.pageEvents });
    return JSON.stringify(
      await opened(
        keys,
        page.events.map(({ data, metadata }) => ({ data, metadata })),
      ),
    );
  }
  const filesHold = (anything: readonly Buffer[]) =>
    readdirSync(path).filter((name) => {
      const bytes = readFileSync(`${path}/${name}`);
      return anything.some((each) => bytes.includes(each));
    });

  it('is told about until then, in texts that nobody reads any more', async () => {
    expect(erased).toMatchObject({ status: 201, body: { id: ids.ada, recorded: 2 } });
    expect(SECRETS.filter((text) => !logged.includes(json(text)))).toEqual([]);
    const said = `${await allOpened()} ${await everything(BEFORE)} ${await everything('')} ${log.join()}`;
    expect(SECRETS.filter((text) => said.includes(json(text)))).toEqual([]);
  });

  it('leaves every figure of a moment before as it was, and of their texts that there was one', async () => {
    expect(before).toMatch(/ 200 .*Zäph/);
    expect(await everything(BEFORE)).toBe(before.replaceAll(/"Zäph(?:\\"|[a-z ])+"/g, 'null'));
  });

  it('is shown as erased, gone from their unit, and without a name', async () => {
    const { body } = await server.as('employee').get(`/people/number:ada?after=${erased.body.position}`);
    const moment = '2026-04-01T12:00:00.000Z';
    expect(body).toMatchObject({ name: null, standing: 'left', leftAt: moment, erasedAt: moment });
  });

  it('can be told nothing more, nor act for anybody', async () => {
    const path = '/people/number:ada';
    const parties = { personId: ids.ada, kind: 'objective', start: '2026-05-01', end: '2026-12-31' };
    const refused = [
      await admin().put(`${path}/name`, { name: 'Ada again' }),
      await admin().put(`${path}/manager`, {}),
      await admin().post(`${path}/departure`, { on: '2026-05-01' }),
      await admin().post('/goals', { ...parties, title: 'Mow' }),
      await admin().put('/people/number:eve/manager', { managerId: ids.ada }),
      await server.person(ids.ada, 'manager').post(`/kpis/${ids.kpi}/measurements`, noted),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.title}`)).toEqual([
      '409 person-erased',
      '409 person-erased',
      '409 person-erased',
      '404 owner-unknown',
      '409 person-erased',
      '409 person-erased',
    ]);
  });
  const noted = { period: '2026-02', value: '21', source: 'rounds', note: 'Again' };

  it('is erased once: the same again changes nothing, and a request that saw less is refused', async () => {
    const path = `/people/${ids.ada}/erasure`;
    const again = await admin().post(path, { reason: 'unlawful' });
    expect(again).toMatchObject({ status: 201, body: { recorded: 0, revision: erased.body.revision } });
    const outdated = await admin().post(path, { reason: 'unlawful' }, { 'if-match': '"0"' });
    expect(outdated.status).toBe(412);
    expect((await admin().post(path, { reason: 'because' })).status).toBe(400);
  });

  it('leaves no byte of theirs or of their key in any file, before and after the server stops', async () => {
    expect(keptIn).not.toEqual([]);
    const secrets = [key, ...SECRETS.flatMap(written)];
    expect(filesHold(secrets)).toEqual([]);
    await server.stop();
    expect(filesHold([Buffer.from(ids.ada)])).toContain('events.db');
    expect(filesHold(secrets)).toEqual([]);
    await start();
  });

  it('leaves a log that verifies, and views that equal their rebuild', async () => {
    const stores = await openReadOnly(inDirectory(path));
    expect((await verify(stores.events)).fault).toBe(undefined);
    expect(await viewsThatDiffer(stores)).toEqual([]);
    await stores.close();
  });

  it('is erased to the end by the next start, where the server was killed in between', async () => {
    const grace = (await admin().get('/people/number:grace')).body.personId as PersonId;
    const actor = 'people-admin' as ActorId;
    const by: CommandContext = { actor, commandId: 'killed', correlationId: 'killed', repeatable: false };
    const input = { reason: 'objection', force: true } as const;
    await server.app.get(CommandBus).execute(erasePersonCommand.of({ personId: grace, input }, by));
    const held = (await server.stores.keys.existingKey(grace))!;
    await server.stop();
    expect(filesHold([held])).toContain('keys.db');
    await start((stores) => new Jobs(stores, { tell: () => {} }));
    await until(async () => (await server.stores.keys.existingKey(grace)) === undefined);
    expect(filesHold([held])).toEqual([]);
  });
});
