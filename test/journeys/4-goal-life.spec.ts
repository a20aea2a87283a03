import type { Instant } from '@pm/kernel';
import { ManualClock } from '@pm/eventing';
import { made } from '../support/made.js';
import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

interface Row {
  goalId: string;
  phase: string;
  progress?: string;
  progressFrom: string;
  archived: boolean;
  override?: object;
  requested?: object;
  result?: object;
  measure?: object;
}

describe.each(PLACES)('How a goal is steered and how it ends, over HTTP and %s', (_, place) => {
  let server: Server;
  const clock = new ManualClock(at('2026-01-02'));
  let ada: Client;
  let grace: Client;
  let ids: Record<'ada' | 'grace' | 'unit' | 'kpi', string>;
  beforeAll(async () => {
    server = await startServer({ place: await place(), clock });
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const unit = await made(admin().post('/units', { name: 'City', kind: 'city' }));
    const join = (number: string, managerId?: string) =>
      made(admin().post('/people', { number, name: number, unitId: unit, from: '2025-01-01', managerId }));
    const graceId = await join('grace');
    const adaId = await join('ada', graceId);
    [ada, grace] = [server.person(adaId), server.person(graceId)];
    const shape = { direction: 'range', frequency: 'monthly', aggregation: 'last' };
    const kpi = await made(controller().post('/kpis', { ...shape, name: 'Water in the pool', unitId: unit }));
    ids = { ada: adaId, grace: graceId, unit, kpi };
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const controller = () => server.as('controller');
  const refused = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    return `${status} ${String(body.type).replace('/problems/', '')}`;
  };
  const head = async () => (await server.send('GET', '/ready')).body.head as string;
  const row = async (goalId: string): Promise<Row> => {
    const { body } = await ada.get(`/goals/${goalId}?after=${await head()}`);
    return body.goal as Row;
  };
  const listed = async (query = '') => {
    const { body } = await ada.get(`/goals?after=${await head()}${query}`);
    return (body.goals as Row[]).map(({ goalId }) => goalId);
  };
  const seen = async (goalId: string) => {
    const { headers } = await ada.get(`/goals/${goalId}?after=${await head()}`);
    return { 'if-match': headers.etag as string };
  };
  const draft = (more: object = {}) =>
    made(
      ada.post('/goals', {
        kind: 'objective',
        title: 'Open pool',
        personId: ids.ada,
        start: '2025-01-01',
        end: '2025-12-31',
        ...more,
      }),
    );
  const active = async (more: object = {}) => {
    const goal = await draft(more);
    await ada.post(`/goals/${goal}/proposal`);
    await grace.post(`/goals/${goal}/acceptance`, { termsRevision: 1 });
    await made(ada.post(`/goals/${goal}/activation`, {}));
    return goal;
  };

  it('keeps a value within a range, of the KPI and of the goal', async () => {
    const target = { period: '2025-12', value: '10', upper: '12' };
    expect(await refused(controller().post(`/kpis/${ids.kpi}/targets`, { ...target, upper: '9' }))).toBe(
      '422 range-bounds',
    );
    await made(controller().post(`/kpis/${ids.kpi}/targets`, target));
    await made(controller().post(`/kpis/${ids.kpi}/measurements`, { period: '2025-12', value: '12' }));
    const measure = { kpiId: ids.kpi, direction: 'range', target: '10', upper: '12' };
    const goal = await active({ measure });
    expect(await row(goal)).toMatchObject({ progress: '1', measure: { met: true, upper: '12' } });
    const { body } = await ada.get(`/kpis/${ids.kpi}`);
    expect(body.latest).toMatchObject({ target: '10', upper: '12', onTarget: true });
  });

  it('rolls up as the goal says, and takes somebody’s word for a time', async () => {
    const goal = await active({ end: '2026-12-31' });
    const mode = { mode: 'min', reason: 'The weakest counts.' };
    expect(await refused(ada.put(`/goals/${goal}/roll-up`, mode))).toBe('428 if-match-required');
    expect((await ada.put(`/goals/${goal}/roll-up`, mode, await seen(goal))).status).toBe(200);
    const word = { progress: '0.6', until: '2026-02-28', reason: 'The meter is broken.' };
    const path = `/goals/${goal}/progress-override`;
    expect(await refused(ada.put(path, word, await seen(goal)))).toBe('409 manager-only');
    expect(await refused(grace.put(path, { ...word, reason: '' }, await seen(goal)))).toBe(
      '422 reason-required',
    );
    expect((await grace.put(path, word, await seen(goal))).status).toBe(200);
    expect(await row(goal)).toMatchObject({
      rollUp: 'min',
      progress: '0.6',
      progressFrom: 'manual',
      override: { until: '2026-02-28' },
    });
    clock.set(at('2026-03-01'));
    expect(await row(goal)).not.toHaveProperty('progress');
    clock.set(at('2026-02-01'));
    await made(grace.post(`${path}/end`, { reason: 'It is mended.' }, await seen(goal)));
    expect(await row(goal)).not.toHaveProperty('override');
  });

  it('agrees a goal of whoever nobody leads with an executive', async () => {
    const goal = await made(
      grace.post('/goals', { kind: 'objective', title: 'Lead well', personId: ids.grace }),
    );
    await made(grace.post(`/goals/${goal}/proposal`));
    const terms = { termsRevision: 1 };
    expect((await grace.post(`/goals/${goal}/acceptance`, terms)).body).toMatchObject({ recorded: 0 });
    await made(server.as('executive').post(`/goals/${goal}/acceptance`, terms));
    expect((await row(goal)).phase).toBe('agreed');
  });

  it('lets whoever asked for a change take it back', async () => {
    const goal = await active();
    const asked = { title: 'Open two pools', reason: 'A good year.' };
    await made(ada.post(`/goals/${goal}/change-request`, asked, await seen(goal)));
    expect(await row(goal)).toHaveProperty('requested');
    const path = `/goals/${goal}/change-withdrawal`;
    expect(await refused(grace.post(path, {}, await seen(goal)))).toBe('409 requester-only');
    await made(ada.post(path, {}, await seen(goal)));
    expect(await row(goal)).not.toHaveProperty('requested');
  });

  it('discards a draft, acknowledges a completion, and archives what is over', async () => {
    const dropped = await draft();
    await made(ada.post(`/goals/${dropped}/discard`, { reason: 'Twice.' }));
    expect((await row(dropped)).phase).toBe('discarded');
    const done = await active();
    await made(ada.post(`/goals/${done}/completion`, { result: 'partly' }));
    expect(await refused(ada.post(`/goals/${done}/acknowledgement`))).toBe('409 manager-only');
    await made(grace.post(`/goals/${done}/acknowledgement`));
    expect((await row(done)).result).toEqual({ result: 'partly', acknowledged: true });
    expect(await refused(grace.post(`/goals/${done}/archival`, {}))).toBe('409 people-admin-only');
    await made(admin().post(`/goals/${done}/archival`, { reason: 'Two years ago.' }));
    expect(await listed()).not.toContain(done);
    expect(await listed('&archived=true')).toContain(done);
    expect(await row(done)).toMatchObject({ phase: 'completed', archived: true });
    const { body } = await ada.get(`/goals/${done}/changes`);
    expect((body.changes as { type: string }[]).at(-1)!.type).toBe('GoalArchived');
  });

  describe('once its period is frozen', () => {
    let goal: string;
    let done: string;
    beforeAll(async () => {
      goal = await active();
      done = await active();
      await made(ada.post(`/goals/${done}/completion`, { result: 'missed', from: '2025-12-31' }));
    });

    it('is frozen by those who answer for it, with a reason, once the period is over', async () => {
      const reason = { reason: 'The accounts are closed.' };
      expect(await refused(grace.post('/periods/FY2025/freeze', reason))).toBe('403 forbidden');
      expect(await refused(controller().post('/periods/FY2026/freeze', reason))).toBe('409 period-not-over');
      await made(controller().post('/periods/FY2025/freeze', reason));
      const { body } = await ada.get('/calendar');
      expect(body.frozen).toEqual([{ period: 'FY2025', from: '2025-01-01', to: '2025-12-31' }]);
    });

    it('is reopened and changed by people admins alone', async () => {
      const reason = { reason: 'A count was wrong.' };
      expect(await refused(grace.post(`/goals/${done}/reopening`, reason))).toBe('409 period-frozen');
      await made(admin().post(`/goals/${done}/reopening`, reason));
      const asked = { title: 'Open two pools', ...reason };
      const request = async (by: Client) => by.post(`/goals/${goal}/change-request`, asked, await seen(goal));
      expect(await refused(request(ada))).toBe('409 period-frozen');
      await made(request(admin()));
    });

    it('takes no end of a goal that is dated back into it', async () => {
      const past = { from: '2025-12-01', reason: 'It was over then.' };
      expect(await refused(grace.post(`/goals/${goal}/cancellation`, past, await seen(goal)))).toBe(
        '409 period-frozen',
      );
      const completion = { ...past, result: 'partly' };
      expect(await refused(ada.post(`/goals/${goal}/completion`, completion))).toBe('409 period-frozen');
    });

    it('keeps its targets, but from a controller with a reason', async () => {
      const path = `/kpis/${ids.kpi}/targets`;
      const target = { period: 'FY2025', value: '12', upper: '14' };
      expect(await refused(server.as('executive').post(path, target))).toBe('409 period-frozen');
      expect(await refused(controller().post(path, target))).toBe('422 reason-required');
      await made(controller().post(path, { ...target, reason: 'The council decided so.' }));
      await made(controller().post(path, { ...target, period: 'FY2026' }));
    });

    it('keeps its values, but from a controller with a reason', async () => {
      const path = `/kpis/${ids.kpi}/measurements`;
      const value = { period: '2025-11', value: '11' };
      expect(await refused(server.as('manager').post(path, value))).toBe('409 period-frozen');
      expect(await refused(controller().post(path, value))).toBe('422 reason-required');
      await made(controller().post(path, { ...value, reason: 'It was forgotten.' }));
      await made(server.as('manager').post(path, { period: '2026-01', value: '11' }));
    });

    it('is released again', async () => {
      await made(controller().post('/periods/FY2025/release', { reason: 'Too soon.' }));
      await made(
        server.as('manager').post(`/kpis/${ids.kpi}/measurements`, { period: '2025-10', value: '11' }),
      );
    });
  });

  it('refuses to set right what somebody else measured without a word why', async () => {
    const path = `/kpis/${ids.kpi}/measurements`;
    const value = { period: '2026-01', source: 'meter' };
    await made(server.as('manager').post(path, { ...value, value: '10' }));
    expect(await refused(controller().post(path, { ...value, value: '11' }))).toBe('422 reason-required');
    await made(controller().post(path, { ...value, value: '11', reason: 'It was read twice.' }));
    expect(await refused(server.as('manager').post(path, { ...value, value: '9', reason: 'No.' }))).toBe(
      '409 not-the-author',
    );
  });
});
