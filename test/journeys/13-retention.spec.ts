import { writeFileSync } from 'node:fs';
import { inDirectory, Jobs, openStores, Product, type RetentionRules, type Tell } from '@pm/assembly';
import { LIMITS, type LoggedEvent, ManualClock } from '@pm/eventing';
import { retentionCommand } from '../../apps/cli/src/retention.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { made } from '../support/made.js';
import { at } from '../support/office.js';
import { PLACES } from '../support/places.js';
import { printed } from '../support/printed.js';
import { type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

const RULES: RetentionRules = {
  version: 3,
  rules: [{ name: 'former staff', records: 'people-who-left', keepMonths: 12 }],
};

/** What is due in a night takes its time on servers that others use, too. */
const NIGHT_MS_MAX = 30_000;

describe.each(PLACES)('People who left, %s', (_, place) => {
  let clock: ManualClock;
  let server: Server;
  let ids: Record<'ada' | 'grace' | 'eve' | 'bob', string>;

  /** What an operator reads. */
  let told: string[];

  /** Lets processes do everything that is due at half past three of a day. */
  async function nightOf(day: string, rules?: RetentionRules, processes = 1): Promise<void> {
    const { agenda } = server.stores;
    clock.set(at(`${day}T03:30Z`));
    await working({ rules, processes }, async () => {
      const work = await agenda.find(`nightly retention@${day}T03:30:00.000Z`);
      return work?.state === 'done';
    });
  }
  async function working(
    { rules, processes = 1 }: { rules?: RetentionRules; processes?: number },
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    const tell: Tell = (_level, text) => void told.push(text);
    const options = { tell, clock, retention: rules };
    const all = Array.from({ length: processes }, () => new Jobs(server.stores, options));
    for (const jobs of all) jobs.start(server.app.get(Product));
    await until(isDone, NIGHT_MS_MAX);
    await Promise.all(all.map((jobs) => jobs.stop()));
  }
  const admin = () => server.as('people-admin');
  const erasures = async (): Promise<LoggedEvent[]> => {
    const types = ['throughline.organisation.PersonErased'];
    const page = await server.stores.events.readAll({ types, limit: LIMITS.pageEvents });
    return [...page.events];
  };
  const keysOf = async (person: keyof typeof ids) => server.stores.keys.existingKey(ids[person]);

  beforeEach(async () => {
    clock = new ManualClock(at('2025-03-15T12:00Z'));
    told = [];
    server = await startServer({ place: await place(), clock });
    await working({}, async () =>
      (await server.stores.agenda.schedules()).some(({ id }) => id === 'nightly retention'),
    );
    const unitId = await made(admin().post('/units', { name: 'City', kind: 'city' }));
    const join = (number: string) =>
      made(admin().post('/people', { number, name: `${number} Example`, unitId, from: '2025-01-01' }));
    ids = {
      ada: await join('ada'),
      grace: await join('grace'),
      eve: await join('eve'),
      bob: await join('bob'),
    };
    for (const number of ['ada', 'eve']) await left(number, '2025-03-15');
    await left('grace', '2025-03-16');
  });
  afterEach(() => server.stop());

  const left = (number: string, on: string) =>
    made(admin().post(`/people/number:${number}/departure`, { on }));
  const hold = (number: string) =>
    admin().put(`/people/number:${number}/hold`, { reason: 'Before the court.' });
  const release = (number: string) =>
    admin().post(`/people/number:${number}/hold-release`, { reason: 'It was settled.' });

  it('are kept for as long as the rule says, and then erased by it and told so', async () => {
    await nightOf('2026-03-15', RULES);
    expect(await erasures()).toEqual([]);
    await nightOf('2026-03-16', RULES);
    const found = await erasures();
    expect(found.map(({ data }) => (data as { personId: string }).personId).sort()).toEqual(
      [ids.ada, ids.eve].sort(),
    );
    expect(found[0]).toMatchObject({
      data: { reason: 'no-longer-needed', rule: { name: 'former staff', version: 3 } },
      metadata: { actor: 'retention' },
    });
    await working({}, async () => (await keysOf('ada')) === undefined && (await keysOf('eve')) === undefined);
    expect(await keysOf('grace')).toHaveLength(32);
    expect(await keysOf('bob')).toHaveLength(32);
    await nightOf('2026-03-17', RULES);
    expect(await erasures()).toHaveLength(3);
  });

  it('stay where no rule is configured', async () => {
    await nightOf('2030-01-01');
    expect(await erasures()).toEqual([]);
    expect(await keysOf('ada')).toHaveLength(32);
  });

  it('are erased in one run, however many processes work', async () => {
    await nightOf('2026-03-16', RULES, 3);
    expect(await erasures()).toHaveLength(2);
    expect(told.filter((text) => text.startsWith('retention'))).toEqual([
      'retention: 2 ended by the rule former staff',
    ]);
  });

  it('stay while a hold stands, until the first night after it was released', async () => {
    const placed = await hold('ada');
    expect([placed.status, placed.body.recorded, (await hold('ada')).body.recorded]).toEqual([200, 1, 0]);
    await nightOf('2026-03-16', RULES);
    expect((await erasures()).map(({ data }) => data)).toMatchObject([{ personId: ids.eve }]);
    expect((await release('ada')).body.recorded).toBe(1);
    await nightOf('2026-03-17', RULES);
    expect((await erasures()).map(({ data }) => (data as { personId: string }).personId)).toContain(ids.ada);
  });

  it('are not erased by hand either while a hold stands', async () => {
    await hold('ada');
    const since = (await admin().get('/people/number:ada/hold')).body;
    expect(since).toEqual({ heldAt: '2025-03-15T12:00:00.000Z' });
    const erase = () => admin().post('/people/number:ada/erasure', { reason: 'objection', force: true });
    const refused = await erase();
    expect([refused.status, refused.body.title]).toEqual([409, 'person-held']);
    expect(await keysOf('ada')).toHaveLength(32);
    await release('ada');
    expect((await admin().get('/people/number:ada/hold')).body).toEqual({ heldAt: null });
    expect((await erase()).status).toBe(201);
  });

  it('are held by people admins alone, with a reason', async () => {
    const reason = 'Before the court.';
    expect((await server.as('controller').put('/people/number:ada/hold', { reason })).status).toBe(403);
    expect((await server.as('controller').get('/people/number:ada/hold')).status).toBe(403);
    expect((await admin().put('/people/number:ada/hold', {})).status).toBe(400);
    expect((await admin().put('/people/number:nobody/hold', { reason })).status).toBe(404);
    expect((await admin().get('/people/number:nobody/hold')).status).toBe(404);
  });
});

describe('What rules would end, on the command line', () => {
  const { path, remove } = temporaryDirectory();
  afterAll(remove);

  it('is listed with what a hold keeps, and ends nothing', async () => {
    const data = `${path}/data`;
    const stores = await openStores(inDirectory(data));
    const clock = new ManualClock(at('2024-03-15T12:00Z'));
    const server = await startServer({ place: { stores, remove: async () => {} }, clock });
    const admin = server.as('people-admin');
    const unitId = await made(admin.post('/units', { name: 'City', kind: 'city' }));
    for (const number of ['ada', 'bob', 'grace'])
      await made(admin.post('/people', { number, name: number, unitId, from: '2024-01-01' }));
    for (const number of ['ada', 'grace'])
      await made(admin.post(`/people/number:${number}/departure`, { on: '2024-03-15' }));
    const { position } = (await admin.put('/people/number:grace/hold', { reason: 'Before the court.' })).body;
    await admin.get(`/people?after=${position}`);
    await server.stop();
    const env = { THROUGHLINE_DATA: data };
    await expect(printed(retentionCommand, env)).rejects.toThrow('THROUGHLINE_RETENTION_FILE is not set');
    const file = `${path}/rules.json`;
    const rules = (keepMonths: number) => ({ ...RULES, rules: [{ ...RULES.rules[0]!, keepMonths }] });
    const list = (keepMonths: number) => {
      writeFileSync(file, JSON.stringify(rules(keepMonths)));
      return printed(retentionCommand, { ...env, THROUGHLINE_RETENTION_FILE: file });
    };
    const listed = await list(1);
    expect(listed).toMatch(/^former staff {2}\S+ {2}ada {2}since 2024-03-15T23:59:59.999Z$/m);
    expect(listed).toMatch(/^former staff {2}\S+ {2}grace {2}since 2024-03-15T23:59:59.999Z {2}held$/m);
    expect(await list(1)).toBe(listed);
    expect(await list(1200)).toBe('0 would go, 0 are held\n');
  });
});
