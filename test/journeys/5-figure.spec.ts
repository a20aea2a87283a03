import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { PLACES } from '../support/places.js';
import { type Answer, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

describe.each(PLACES)('A goal’s figures, opened to what made them, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  let ids: Record<'kpi' | 'top' | 'lawns' | 'trees' | 'paths' | 'ponds', string>;
  beforeAll(async () => {
    clock = new ManualClock(at('2026-01-02'));
    server = await startServer({ place: await place(), clock });
    await lead();
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const controller = () => server.as('controller');
  const made = async (answer: Promise<Answer>): Promise<string> => {
    const { status, body } = await answer;
    expect({ ok: status < 300, problem: body.detail }).toEqual({ ok: true, problem: undefined });
    return body.id as string;
  };
  const head = async () => (await server.send('GET', '/ready')).body.head as string;
  const seen = async (goalId: string) => {
    const { headers } = await server.as('employee').get(`/goals/${goalId}?after=${await head()}`);
    return { 'if-match': headers.etag as string };
  };
  const figure = async (goalId: string, moment = '') => {
    const { status, body } = await server
      .as('auditor')
      .get(`/goals/${goalId}/figure?after=${await head()}${moment}`);
    expect({ status, problem: body.detail }).toEqual({ status: 200, problem: undefined });
    return body;
  };

  /** A goal of the parks with four under it: one measured, one not, one only aligned, one given up. */
  async function lead(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const unitId = await made(admin().post('/units', { name: 'Parks', kind: 'agency' }));
    const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last', unitId };
    const kpi = await made(controller().post('/kpis', { ...shape, name: 'Lawns mown on time' }));
    const goal = async (title: string, terms: object = {}) => {
      const year = { start: '2026-01-01', end: '2026-12-31', kind: 'objective', unitId };
      const goalId = await made(controller().post('/goals', { ...year, title, ...terms }));
      await made(controller().post(`/goals/${goalId}/proposal`));
      await made(server.as('executive').post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
      await made(controller().post(`/goals/${goalId}/activation`, {}));
      return goalId;
    };
    const top = await goal('Green city');
    const under = (weight: string, contributes = true) => ({
      parents: [{ parentId: top, weight, contributes }],
    });
    const measure = { kpiId: kpi, baseline: '50', target: '90', direction: 'increase' };
    const lawns = await goal('Mow on time', { ...under('3'), measure });
    const trees = await goal('Plant trees', under('1'));
    const paths = await goal('Pave paths', under('2', false));
    const ponds = await goal('Dig ponds', under('5'));
    ids = { kpi, top, lawns, trees, paths, ponds };

    clock.set(at('2026-02-05'));
    const value = { period: '2026-01', value: '60', source: 'rounds' };
    await made(controller().post(`/kpis/${kpi}/measurements`, value));
    clock.set(at('2026-03-05'));
    const reason = 'A lawn was counted twice.';
    const correction = { value: '70', source: 'rounds', reason };
    await made(controller().post(`/kpis/${kpi}/measurements/2026-01/correction`, correction));
    clock.set(at('2026-04-05'));
    const over = { reason: 'No money.' };
    await made(server.as('executive').post(`/goals/${ids.ponds}/cancellation`, over, await seen(ids.ponds)));
    clock.set(at('2026-05-05'));
    const minimum = { mode: 'min', reason: 'All must come.' };
    await made(controller().put(`/goals/${top}/roll-up`, minimum, await seen(top)));
  }

  it('tell of a measured goal the value that stands, its terms, and who said both, when and why', async () => {
    const opened = await figure(ids.lawns);
    expect(opened).toMatchObject({
      progress: '0.5',
      clamped: '0.5',
      rule: 'measure increase 1',
      policy: 'share-of-elapsed-time 1',
      rounding: { places: 12, mode: 'half-even' },
      terms: { termsRevision: 1, event: { type: 'GoalDrafted', stream: `goal-${ids.lawns}`, revision: 0 } },
      measured: { baseline: '50', target: '90', value: '70', period: '2026-01', source: 'rounds' },
      parts: [],
      leftOut: [],
    });
    expect((opened.measured as { event: object }).event).toMatchObject({
      type: 'MeasurementCorrected',
      stream: `measurements-${ids.kpi}.2026`,
      revision: 1,
      actor: 'controller',
      recordedAt: at('2026-03-05'),
      reason: 'A lawn was counted twice.',
    });
  });

  it('tell of another goal each part with its weight, and what was left out and why', async () => {
    const opened = await figure(ids.top);
    expect(opened).toMatchObject({
      progress: '0.5',
      coverage: '0.75',
      rule: 'roll-up min 1',
      rollUp: { mode: 'min', event: { type: 'GoalRollUpSet', reason: 'All must come.' } },
    });
    expect(new Set(opened.parts as object[])).toEqual(
      new Set([
        expect.objectContaining({ goalId: ids.lawns, weight: '3', share: '1', progress: '0.5' }),
        expect.objectContaining({ goalId: ids.trees, weight: '1', share: '1', reason: 'no-measure' }),
      ]),
    );
    const reasons = (opened.leftOut as { goalId: string; because: string; event: { type: string } }[]).map(
      ({ goalId, because, event }) => [goalId, because, event.type],
    );
    expect(new Map(reasons.map(([goalId, ...why]) => [goalId, why]))).toEqual(
      new Map([
        [ids.paths, ['only-aligned', 'GoalDrafted']],
        [ids.ponds, ['cancelled', 'GoalCancelled']],
      ]),
    );
  });

  it('are those of any moment, with the inputs as they were known and true then', async () => {
    const known = await figure(ids.lawns, '&asKnownAt=2026-02-10');
    expect(known).toMatchObject({
      progress: '0.25',
      measured: { value: '60', event: { type: 'MeasurementRecorded', revision: 0 } },
    });
    const march = await figure(ids.top, '&asOf=2026-03-10');
    expect(march).toMatchObject({
      day: '2026-03-10',
      coverage: '0.333333333333',
      rollUp: { mode: 'weighted' },
    });
    expect(march.rollUp).not.toHaveProperty('event');
    expect(march.parts).toHaveLength(3);
    const january = await figure(ids.lawns, '&asOf=2026-01-05');
    expect(january).toMatchObject({ reason: 'no-value', measured: { baseline: '50' } });
    expect(january.measured).not.toHaveProperty('event');
  });

  it('are not there where the goal is not, or was not yet', async () => {
    const unknown = { status: 404, body: { type: '/problems/goal-unknown' } };
    expect(await server.as('auditor').get(`/goals/${ids.kpi}/figure`)).toMatchObject(unknown);
    expect(await server.as('auditor').get(`/goals/${ids.top}/figure?asKnownAt=2026-01-01`)).toMatchObject(
      unknown,
    );
  });
});
