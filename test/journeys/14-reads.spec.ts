import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { expectProblem } from '../support/expect-problem.js';
import { made } from '../support/made.js';
import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

/** A read as the log shows it. */
interface Read {
  readonly what: string;
  readonly reader: string;
  readonly recordId?: string;
  readonly subjects?: readonly string[];
  readonly asOf?: string;
  readonly asKnownAt?: string;
}

describe.each(PLACES)('Who read what, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  let ids: Record<'city' | 'ada' | 'grace' | 'hedy' | 'kpi' | 'top' | 'goal', string>;
  let ada: Client;
  let grace: Client;
  let auditor: Client;
  let minute = 0;
  beforeAll(async () => {
    clock = new ManualClock(at(minute));
    server = await startServer({ place: await place(), clock });
    auditor = server.as('auditor');
    await organise();
  });
  /** Whatever is read in a test is read later than all before. */
  let since: string;
  beforeEach(() => {
    since = clock.now();
    clock.set(at((minute += 1)));
  });
  afterAll(() => server.stop());

  async function organise(): Promise<void> {
    const admin = server.as('people-admin');
    const city = await made(admin.post('/units', { name: 'City', kind: 'city' }));
    const join = (number: string, managerId?: string) =>
      made(
        admin.post('/people', {
          number,
          name: `${number} Example`,
          unitId: city,
          from: '2026-01-01',
          managerId,
        }),
      );
    const [graceId, hedy] = [await join('grace'), await join('hedy')];
    const adaId = await join('ada', graceId);
    [ada, grace] = [server.person(adaId), server.person(graceId)];
    const kpi = await made(
      server.as('controller').post('/kpis', {
        name: 'Lawns',
        unitId: city,
        direction: 'increase',
        frequency: 'monthly',
        aggregation: 'last',
      }),
    );
    const goal = { kind: 'objective', start: '2026-01-01', end: '2026-12-31' };
    const ofCity = { ...goal, title: 'Green city', unitId: city };
    const top = await made(server.as('executive').post('/goals', ofCity));
    const ofAda = { ...goal, title: 'Mow on time', personId: adaId, parents: [{ parentId: top }] };
    ids = { city, ada: adaId, grace: graceId, hedy, kpi, top, goal: await made(ada.post('/goals', ofAda)) };
  }

  const head = async () => (await server.send('GET', '/ready')).body.head as string;
  const done = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    expect([status, body.detail]).toEqual([200, undefined]);
    return body;
  };
  const readsOf = async (person: string, by: Client, query = ''): Promise<Read[]> =>
    (await done(by.get(`/people/${person}/reads?since=${since}${query}`))).reads as Read[];
  const logged = async (query = '', by = auditor): Promise<Read[]> =>
    (await done(by.get(`/read-log?since=${since}${query}`))).reads as Read[];

  it('a person sees who looked them up, in which role, and as of when', async () => {
    await done(auditor.get(`/people/${ids.ada}?after=${await head()}&asKnownAt=2026-03-04`));
    await done(grace.get(`/people/${ids.ada}`));
    expect(await readsOf(ids.ada, ada)).toMatchObject([
      { what: 'person', reader: ids.grace, roles: ['employee'], recordId: ids.ada },
      { what: 'person', reader: 'auditor', roles: ['auditor'], asKnownAt: '2026-03-04T23:59:59.999Z' },
    ]);
    expect(await readsOf(ids.grace, grace)).toEqual([]);
  });

  it('to look oneself up, and who looked, is nobody’s business', async () => {
    await done(ada.get(`/people/${ids.ada}`));
    await done(ada.get(`/people/${ids.ada}/reads`));
    expect((await ada.get(`/people/${ids.ada}/data`)).status).toBe(200);
    await done(ada.get(`/goals/${ids.goal}`));
    expect(await logged()).toEqual([]);
  });

  it('a list is one read, of everyone on its page but the reader, whatever fields it shows', async () => {
    await done(grace.get(`/people?fields=number&after=${await head()}`));
    const [read, ...more] = await logged();
    expect([read!.what, [...read!.subjects!].sort(), more]).toEqual([
      'people',
      [ids.ada, ids.hedy].sort(),
      [],
    ]);
    const [shown] = await readsOf(ids.hedy, server.person(ids.hedy));
    expect(shown).toMatchObject({ what: 'people', reader: ids.grace });
    expect(shown).not.toHaveProperty('subjects');
  });

  it('what is held about a person is read by name', async () => {
    expect((await server.as('people-admin').get(`/people/${ids.ada}/data`)).status).toBe(200);
    expect(await readsOf(ids.ada, ada)).toMatchObject([{ what: 'person-data', reader: 'people-admin' }]);
  });

  it('a goal of a person is read with its figure, its changes, and as a part of another', async () => {
    for (const path of ['', '/figure', '/changes']) await done(grace.get(`/goals/${ids.goal}${path}`));
    await done(grace.get(`/goals/${ids.top}`));
    const reads = await readsOf(ids.ada, ada);
    expect(reads.map(({ what, recordId }) => [what, recordId])).toEqual([
      ['goal', ids.top],
      ['goal-changes', ids.goal],
      ['goal-figure', ids.goal],
      ['goal', ids.goal],
    ]);
  });

  it('the tree of goals is read of those whose drafts it shows, and not of those whose place', async () => {
    await done(server.person(ids.hedy).get(`/goals?after=${await head()}`));
    expect(await readsOf(ids.ada, ada)).toEqual([]);
    await done(grace.get('/goals?compact=true'));
    await done(grace.get('/goals/changes?sinceAsOf=2026-01-01'));
    // Of what tells nothing of her goal it is no read of hers.
    await done(grace.get(`/goals/changes?sinceKnownAt=${clock.now()}`));
    expect(await readsOf(ids.ada, ada)).toMatchObject([
      { what: 'goals-changes', reader: ids.grace },
      { what: 'goals', reader: ids.grace },
    ]);
  });

  it('a goal of a unit, and what there is not, is nobody’s', async () => {
    await done(grace.get(`/goals/${ids.top}/changes`));
    expect((await done(grace.get(`/goals/${ids.hedy}/changes`))).changes).toEqual([]);
    expect((await grace.get(`/goals/${ids.hedy}`)).status).toBe(404);
    expect(await logged()).toEqual([]);
  });

  it('every export is recorded, of whomever it tells', async () => {
    const paths = ['goals', 'goal-history', `measurements?kpi=${ids.kpi}`, `goals?unit=${ids.hedy}`];
    for (const path of paths) expect((await grace.get(`/exports/${path}`)).status).toBe(200);
    expect(await logged()).toMatchObject([
      { what: 'goals-export', subjects: [] },
      { what: 'measurements-export', subjects: [], recordId: ids.kpi },
      { what: 'goal-history-export', subjects: [ids.ada] },
      { what: 'goals-export', reader: ids.grace, subjects: [ids.ada] },
    ]);
  });

  it('the auditor’s own reads are recorded, of a person’s reads and of the log itself', async () => {
    await readsOf(ids.ada, auditor);
    await logged(`&reader=${ids.grace}`);
    expect(await logged()).toMatchObject([
      { what: 'read-log', reader: 'auditor', subjects: [ids.grace] },
      { what: 'person-reads', reader: 'auditor', recordId: ids.ada, subjects: [ids.ada] },
    ]);
    expect(await readsOf(ids.ada, ada)).toMatchObject([{ what: 'person-reads', reader: 'auditor' }]);
  });

  it('the log is searched by reader, record and time, page by page', async () => {
    await done(grace.get(`/people/${ids.ada}`));
    await done(grace.get(`/people/${ids.hedy}`));
    await done(ada.get(`/people/${ids.hedy}`));
    const by = `&reader=${ids.grace}`;
    expect(await logged(`${by}&record=${ids.hedy}`)).toMatchObject([
      { recordId: ids.hedy, reader: ids.grace },
    ]);
    expect(await logged(`${by}&until=2026-03-03T09:00:00Z`)).toEqual([]);
    const page = await done(auditor.get(`/read-log?since=${since}${by}&limit=1`));
    expect(page.reads).toMatchObject([{ recordId: ids.hedy }]);
    expect(await logged(`${by}&limit=1&cursor=${page.next}`)).toMatchObject([{ recordId: ids.ada }]);
    expectProblem(await auditor.get('/read-log?cursor=elsewhere'), 400, 'cursor-unknown');
    expectProblem(await auditor.get('/read-log?since=yesterday+noon'), 400, 'invalid-input');
  });

  it('what is refused is not recorded', async () => {
    expectProblem(await grace.get(`/people/${ids.ada}/reads`), 403, 'forbidden');
    expectProblem(await grace.get(`/people/${ids.ada}/data`), 403, 'forbidden');
    expectProblem(await grace.get('/read-log'), 403, 'forbidden');
    expectProblem(await grace.get('/people/number:nobody'), 404, 'person-unknown');
    expect(await logged()).toEqual([]);
  });

  it('somebody who is erased stays in it by their id alone', async () => {
    await done(grace.get(`/people/${ids.hedy}`));
    const forgotten = { reason: 'objection', force: true };
    await made(server.as('people-admin').post(`/people/${ids.hedy}/erasure`, forgotten));
    const reads = await readsOf(ids.hedy, server.as('people-admin'));
    expect(reads).toMatchObject([{ what: 'person', reader: ids.grace, recordId: ids.hedy }]);
    expect(JSON.stringify(reads)).not.toContain('Example');
  });
});

const at = (minute: number): Instant =>
  new Date(Date.UTC(2026, 2, 3, 9, 30 + minute)).toISOString() as Instant;
