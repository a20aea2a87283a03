import type { Instant } from '@pm/kernel';
import { ManualClock } from '@pm/eventing';
import { made } from '../support/made.js';
import { PLACES } from '../support/places.js';
import { type Client, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

describe.each(PLACES)('Goals and time, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  let ids: Record<'city' | 'parks' | 'police' | 'ada' | 'grace' | 'kpi' | 'top' | 'other' | 'goal', string>;
  let ada: Client;
  let grace: Client;
  beforeAll(async () => {
    clock = new ManualClock(at('2026-01-02'));
    server = await startServer({ place: await place(), clock });
    await lead();
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const controller = () => server.as('controller');
  const etag = async (goalId: string) => {
    const { headers } = await server.as('employee').get(`/goals/${goalId}?after=${await head()}`);
    return { 'if-match': headers.etag as string };
  };
  const head = async () => (await server.send('GET', '/ready')).body.head as string;
  const tree = async (query = '') => {
    const answer = await server.as('employee').get(`/goals?after=${await head()}${query}`);
    expect(answer.status).toBe(200);
    return new Map<string, Row>((answer.body.goals as Row[]).map((row) => [row.goalId, row]));
  };
  interface Row {
    goalId: string;
    progress?: string;
    coverage?: string;
    status: string;
    phase: string;
    owner: object;
    parents: { parentId: string }[];
    measure?: { target: string; value?: string };
  }

  /** A year of one goal: agreed, measured, its target revised, a value corrected, moved under another, its owner moved. */
  async function lead(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const open = (name: string, parentId?: string) =>
      made(admin().post('/units', { name, kind: parentId ? 'agency' : 'city', parentId }));
    const city = await open('City');
    const [parks, police] = [await open('Parks', city), await open('Police', city)];
    const join = (number: string, managerId?: string) =>
      made(admin().post('/people', { number, name: number, unitId: parks, from: '2026-01-01', managerId }));
    const graceId = await join('grace');
    const adaId = await join('ada', graceId);
    [ada, grace] = [server.person(adaId), server.person(graceId)];
    const kpi = await made(
      controller().post('/kpis', {
        name: 'Lawns mown on time',
        unitId: parks,
        direction: 'increase',
        frequency: 'monthly',
        aggregation: 'last',
      }),
    );
    const cityGoal = (title: string) =>
      made(
        controller().post('/goals', {
          kind: 'objective',
          title,
          unitId: city,
          start: '2026-01-01',
          end: '2026-12-31',
        }),
      );
    const [top, other] = [await cityGoal('Green city'), await cityGoal('Calm city')];
    const goal = await made(
      ada.post('/goals', {
        kind: 'key result',
        title: 'Mow on time',
        personId: adaId,
        start: '2026-01-01',
        end: '2026-12-31',
        measure: { kpiId: kpi, baseline: '50', target: '90', direction: 'increase' },
        parents: [{ parentId: top }],
      }),
    );
    ids = { city, parks, police, ada: adaId, grace: graceId, kpi, top, other, goal };
    await ada.post(`/goals/${goal}/proposal`);
    await grace.post(`/goals/${goal}/acceptance`, { termsRevision: 1 });
    await made(ada.post(`/goals/${goal}/activation`, {}));

    clock.set(at('2026-02-05'));
    const measure = { period: '2026-01', value: '60', source: 'rounds' };
    await made(controller().post(`/kpis/${kpi}/measurements`, measure));

    clock.set(at('2026-03-05'));
    const terms = {
      title: 'Mow on time',
      start: '2026-01-01',
      end: '2026-12-31',
      measure: { kpiId: kpi, baseline: '50', target: '70', direction: 'increase' },
    };
    const asked = { ...terms, reason: 'Half the crew left.' };
    await made(ada.post(`/goals/${goal}/change-request`, asked, await etag(goal)));
    await made(grace.post(`/goals/${goal}/change-approval`, {}, await etag(goal)));

    clock.set(at('2026-04-05'));
    const correction = { value: '65', source: 'rounds', reason: 'A lawn was counted twice.' };
    await made(controller().post(`/kpis/${kpi}/measurements/2026-01/correction`, correction));

    clock.set(at('2026-05-05'));
    const placed = await grace.put(
      `/goals/${goal}/parents`,
      { parents: [{ parentId: other }], reason: 'It calms the streets.' },
      await etag(goal),
    );
    expect(placed.status).toBe(200);

    clock.set(at('2026-06-05'));
    const moved = { unitId: police, from: '2026-06-01', reason: 'New post.' };
    expect((await admin().put(`/people/${adaId}/unit`, moved)).status).toBe(200);
  }

  it('the tree now shows the goal where it stands, with its progress rolled up', async () => {
    const now = await tree();
    expect(now.get(ids.goal)).toMatchObject({
      phase: 'active',
      progress: '0.75',
      measure: { target: '70', value: '65' },
      parents: [{ parentId: ids.other }],
    });
    expect(now.get(ids.other)).toMatchObject({ progress: '0.75', coverage: '1' });
    expect(now.get(ids.top)!.progress).toBeUndefined();
  });

  it('as of a day it shows what was true then, as it is known today', async () => {
    const february = await tree('&asOf=2026-02-10');
    expect(february.get(ids.goal)).toMatchObject({
      progress: '0.375',
      measure: { target: '90', value: '65' },
    });
    expect(february.get(ids.top)).toMatchObject({ progress: '0.375' });
    const january = await tree('&asOf=2026-01-03');
    expect(january.get(ids.goal)).toMatchObject({ status: 'no-data', phase: 'active' });
    expect((await tree('&asOf=2025-12-31')).size).toBe(0);
  });

  it('as known on a day it leaves out what was learned later', async () => {
    const known = await tree('&asKnownAt=2026-03-31');
    expect(known.get(ids.goal)).toMatchObject({ progress: '0.5', measure: { target: '70', value: '60' } });
    const both = await tree('&asOf=2026-02-10&asKnownAt=2026-02-10');
    expect(both.get(ids.goal)).toMatchObject({ progress: '0.25', measure: { target: '90', value: '60' } });
    expect((await tree('&asKnownAt=2026-01-01')).size).toBe(0);
  });

  it('the difference between two moments names each event, its author, reason and effect', async () => {
    const { body } = await server
      .as('employee')
      .get(`/goals/${ids.goal}/changes?sinceKnownAt=2026-02-10&asKnownAt=2026-05-10`);
    const told = (body.changes as { type: string; actor: string; reason?: string; effects: object[] }[]).map(
      ({ type, actor, reason, effects }) => ({ type, actor, reason, ...effects[0] }),
    );
    const effect = { goalId: ids.goal };
    expect(told).toEqual([
      {
        ...effect,
        type: 'GoalChangeRequested',
        actor: ids.ada,
        reason: 'Half the crew left.',
        sides: ['requested'],
        progressBefore: '0.25',
        progressAfter: '0.25',
      },
      {
        ...effect,
        type: 'GoalTermsRevised',
        actor: ids.grace,
        reason: undefined,
        sides: ['requested', 'terms'],
        progressBefore: '0.25',
        progressAfter: '0.5',
      },
      {
        ...effect,
        type: 'MeasurementCorrected',
        actor: 'controller',
        reason: 'A lawn was counted twice.',
        sides: [],
        progressBefore: '0.5',
        progressAfter: '0.75',
      },
      {
        ...effect,
        type: 'GoalPlaced',
        actor: ids.grace,
        reason: 'It calms the streets.',
        sides: ['parents'],
        progressBefore: '0.75',
        progressAfter: '0.75',
      },
    ]);
  });

  it('from the beginning on it is the whole life of the goal, step by step', async () => {
    const { body } = await server.as('auditor').get(`/goals/${ids.goal}/changes`);
    expect((body.changes as { type: string }[]).map(({ type }) => type)).toEqual([
      'GoalDrafted',
      'GoalProposed',
      'GoalAccepted',
      'GoalAgreed',
      'GoalActivated',
      'MeasurementRecorded',
      'GoalChangeRequested',
      'GoalTermsRevised',
      'MeasurementCorrected',
      'GoalPlaced',
    ]);
  });

  it('refuses to build on terms that somebody else changed, and to change them unseen', async () => {
    const change = { title: 'Mow less', reason: 'Rain.' };
    const unseen = await ada.post(`/goals/${ids.goal}/change-request`, change);
    expect(unseen).toMatchObject({ status: 428 });
    const stale = await ada.post(`/goals/${ids.goal}/change-request`, change, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412 });
  });

  it('tells no revision of what it was, to change what it is by', async () => {
    const { headers } = await ada.get(`/goals/${ids.goal}?asOf=2026-02-10`);
    const change = { title: 'Mow less', reason: 'Rain.' };
    const built = await ada.post(`/goals/${ids.goal}/change-request`, change, {
      'if-match': headers.etag as string,
    });
    expect(built.status).toBe(400);
  });

  it('refuses whoever is neither the owner nor their manager', async () => {
    const stranger = server.person(ids.city);
    const { status, body } = await stranger.post(`/goals/${ids.goal}/completion`, { result: 'achieved' });
    expect({ status, type: body.type }).toEqual({ status: 409, type: '/problems/not-your-goal' });
  });

  it('refuses a move that would close a cycle', async () => {
    const placed = await controller().put(
      `/goals/${ids.other}/parents`,
      { parents: [{ parentId: ids.goal }], reason: 'Upside down.' },
      await etag(ids.other),
    );
    expect(placed).toMatchObject({ status: 409, body: { type: '/problems/goal-cycle' } });
  });
});
