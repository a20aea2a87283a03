import type { Role } from '@pm/access';
import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { done } from '../support/done.js';
import { expectProblem } from '../support/expect-problem.js';
import { fresh } from '../support/fresh.js';
import { made } from '../support/made.js';
import { PLACES } from '../support/places.js';
import { type Client, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;
const SECRETS = ['Cope with asthma', 'It is about her lungs', 'inhaler'];

describe.each(PLACES)('Private goals of two teams, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  const people: Record<string, string> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    clock = new ManualClock(at('2026-01-05'));
    server = await startServer({ place: await place(), clock });
    await organise();
    await plan();
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const who = (name: string, ...roles: Role[]) => server.person(people[name]!, ...roles);
  const read = async (reader: Client, path: string) => done(reader.get(await fresh(server, path)));
  const goalsFor = async (reader: Client, query = ''): Promise<Map<string, Record<string, unknown>>> => {
    const { goals } = await read(reader, `/goals${query}`);
    return new Map((goals as { goalId: string }[]).map((goal) => [goal.goalId, goal]));
  };

  async function organise(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const unit = async (name: string, parentId?: string) => {
      ids[name] = await made(admin().post('/units', { name, kind: parentId ? 'agency' : 'city', parentId }));
    };
    await unit('city');
    await unit('parks', ids['city']);
    await unit('police', ids['city']);
    const join = async (name: string, unitId: string, manager?: string) => {
      const managerId = manager && people[manager];
      const joining = { number: name, name, unitId: ids[unitId], managerId, from: '2025-01-01' };
      people[name] = await made(admin().post('/people', joining));
    };
    await join('mary', 'city');
    await join('hedy', 'city', 'mary');
    await join('grace', 'parks', 'mary');
    await join('ada', 'parks', 'grace');
    await join('joan', 'police', 'mary');
    for (const name of ['bob', 'carl', 'dora', 'emil', 'finn']) await join(name, 'police', 'joan');
    const partner = { personId: people['hedy'], from: '2025-01-01', reason: 'She follows Ruth.' };
    await done(admin().put(`/units/${ids['parks']}/hr-partner`, partner));
  }

  /** The city's goal, a goal of each agency under it, a private one of Ada's, and one of each of Joan's people. */
  async function plan(): Promise<void> {
    const [controller, executive] = [server.as('controller'), server.as('executive')];
    const year = { kind: 'objective', start: '2026-01-01', end: '2026-12-31' };
    const under = (parent: string) => ({ parents: [{ parentId: ids[parent] }] });
    const agreed = async (owner: Client, manager: Client, goal: object) => {
      const goalId = await made(owner.post('/goals', { ...year, ...goal }));
      await made(owner.post(`/goals/${goalId}/proposal`));
      await made(manager.post(`/goals/${goalId}/acceptance`, { termsRevision: 1 }));
      await made(owner.post(`/goals/${goalId}/activation`, {}));
      return goalId;
    };
    const kpi = (name: string, change: object = {}) => {
      const shape = { direction: 'increase', frequency: 'monthly', aggregation: 'last' };
      return made(controller.post('/kpis', { ...shape, unitId: ids['city'], name, ...change }));
    };
    ids['kpi'] = await kpi('Days at work');
    const measure = { kpiId: ids['kpi'], baseline: '0', target: '20', direction: 'increase' };
    const private_ = { measure, visibility: 'private' };
    ids['city goal'] = await agreed(controller, executive, { title: 'Healthy city', unitId: ids['city'] });
    for (const team of ['parks', 'police'])
      ids[`${team} goal`] = await agreed(controller, executive, {
        title: `Healthy ${team}`,
        unitId: ids[team],
        ...under('city goal'),
      });
    const hers = { title: 'Cope with asthma', personId: people['ada'], ...private_, ...under('parks goal') };
    ids['ada goal'] = await agreed(who('ada'), who('grace'), hers);
    for (const name of ['bob', 'carl', 'dora', 'emil', 'finn']) {
      const theirs = {
        title: `Goal of ${name}`,
        personId: people[name],
        ...private_,
        ...under('police goal'),
      };
      ids[`${name} goal`] = await agreed(who(name), who('joan'), theirs);
    }
    ids['inhaler'] = await kpi('Puffs a day', { goalId: ids['ada goal'] });
    clock.set(at('2026-02-05'));
    await made(controller.post(`/kpis/${ids['kpi']}/measurements`, { period: '2026-01', value: '10' }));
    await made(who('ada').post(`/goals/${ids['ada goal']}/pause`, { reason: 'It is about her lungs.' }));
    await made(who('ada').post(`/goals/${ids['ada goal']}/resumption`, { reason: 'A new inhaler.' }));
  }

  const ADAS = () => ({
    goalId: ids['ada goal'],
    parents: [expect.objectContaining({ parentId: ids['parks goal'] })],
  });

  describe('somebody of the other team', () => {
    const bob = () => who('bob');

    it('sees in the tree where a private goal stands, and nothing else of it', async () => {
      const goals = await goalsFor(bob());
      expect(goals.get(ids['ada goal']!)).toEqual({ ...ADAS(), hidden: true });
      expect(goals.get(ids['bob goal']!)).toMatchObject({ title: 'Goal of bob', progress: '0.5' });
    });

    it('sees no figure above it, up to where enough people stand behind what is hidden', async () => {
      const goals = await goalsFor(bob());
      // Behind that of the parks stands Ada, behind that of the police four colleagues: five behind that of the city.
      for (const goal of ['parks goal', 'police goal']) {
        const { progress, coverage, status, suppressed, title } = goals.get(ids[goal]!)!;
        expect({ progress, coverage, status, suppressed }).toEqual({ suppressed: true });
        expect(title).toMatch(/^Healthy/);
      }
      expect(goals.get(ids['city goal']!)).toMatchObject({ progress: '0.5', status: 'on-track' });
    });

    it('finds it by no filter and no order, and reads it as a row without values', async () => {
      for (const query of ['?phase=active', '?status=at-risk', '?status=off-track&sort=end'])
        expect([...(await goalsFor(bob(), query)).keys()]).not.toContain(ids['ada goal']);
      const { columns, rows } = await read(bob(), '/goals?compact=true');
      const row = (rows as unknown[][]).find(([goalId]) => goalId === ids['ada goal'])!;
      const filled = (columns as string[]).filter((__, column) => row[column] !== null);
      expect(filled).toEqual(['goalId', 'parentIds', 'withheld']);
    });

    it('is refused its figure and its history, and told nothing of it by the refusal', async () => {
      for (const path of ['figure', 'changes']) {
        const refused = await bob().get(`/goals/${ids['ada goal']}/${path}`);
        expectProblem(refused, 403, 'goal-hidden');
      }
      const { headers, body } = await bob().get(`/goals/${ids['ada goal']}`);
      expect(body).toEqual({ goal: { ...ADAS(), hidden: true }, parts: [], indicators: [] });
      expect(headers['etag']).toMatch(/^"[\w-]{22}"$/);
    });

    it('opens the figure above it without what would tell it', async () => {
      const { suppressed, progress, clamped, parts } = await read(
        bob(),
        `/goals/${ids['parks goal']}/figure`,
      );
      expect({ suppressed, progress, clamped }).toEqual({ suppressed: true });
      expect(parts).toEqual([{ goalId: ids['ada goal'], weight: '1', share: '1', hidden: true }]);
    });

    it('is told in the history above it neither its steps nor the progress that they made', async () => {
      const path = `/goals/${ids['parks goal']}/changes`;
      const told = async (reader: Client) => JSON.stringify((await read(reader, path)).changes);
      expect(await told(who('grace'))).toMatch(/MeasurementRecorded.*progressAfter/);
      expect(await told(bob())).not.toMatch(/MeasurementRecorded|progressAfter/);
      expect(await told(bob())).toContain('GoalActivated');
    });

    it('reads a KPI that tells of it, but not that it does', async () => {
      expect((await read(bob(), `/kpis/${ids['inhaler']}`)).goalId).toBeUndefined();
      expect((await read(bob(), `/kpis?goal=${ids['ada goal']}`)).kpis).toEqual([]);
      expect((await read(who('ada'), `/kpis?goal=${ids['ada goal']}`)).kpis).toHaveLength(1);
    });

    it('finds none of its texts, and not whose it is, through any door', async () => {
      const doors = [
        '/goals?indicators=true',
        '/goals?compact=true',
        '/goals?asOf=2026-01-20',
        '/goals?asKnownAt=2026-01-20',
        '/goals/changes',
        `/goals/${ids['parks goal']}`,
        `/goals/${ids['parks goal']}/figure`,
        `/goals/${ids['parks goal']}/changes`,
        `/goals/${ids['city goal']}/changes`,
        '/exports/goals?format=ndjson',
        '/exports/goal-history?format=ndjson',
        `/exports/measurements?format=ndjson&kpi=${ids['inhaler']}`,
      ];
      for (const door of doors) {
        const { status, bytes } = await bob().get(
          door.startsWith('/exports') ? door : await fresh(server, door),
        );
        expect({ door, status }).toEqual({ door, status: 200 });
        const secrets = [
          ...SECRETS,
          people['ada']!,
          ...(door.startsWith('/exports') ? [ids['ada goal']!] : []),
        ];
        for (const secret of secrets)
          expect({ door, told: bytes.includes(secret) }).toEqual({ door, told: false });
      }
    });
  });

  it('are read in full by their owner, those who lead them, their HR partner and people admins', async () => {
    const readers = [who('ada'), who('grace'), who('mary'), who('hedy', 'hr-partner'), admin()];
    for (const reader of readers) {
      const goals = await goalsFor(reader);
      expect(goals.get(ids['ada goal']!)).toMatchObject({ title: 'Cope with asthma', progress: '0.5' });
      expect(goals.get(ids['parks goal']!)).toMatchObject({ progress: '0.5' });
      expect(await read(reader, `/goals/${ids['ada goal']}/figure`)).toMatchObject({ progress: '0.5' });
      const { changes } = await read(reader, `/goals/${ids['ada goal']}/changes`);
      expect(JSON.stringify(changes)).toContain('It is about her lungs');
    }
  });

  it('are hidden from somebody who is named HR partner and has not the role, or has it for another unit', async () => {
    for (const reader of [who('hedy'), who('joan', 'hr-partner')])
      expect((await goalsFor(reader)).get(ids['ada goal']!)).toEqual({ ...ADAS(), hidden: true });
  });

  it('are to executives and controllers one of many, where there are many', async () => {
    for (const reader of [server.as('executive'), server.as('controller')]) {
      const goals = await goalsFor(reader);
      expect(goals.get(ids['ada goal']!)).toEqual({ ...ADAS(), hidden: true });
      expect(goals.get(ids['parks goal']!)).toMatchObject({ suppressed: true });
      expect(goals.get(ids['police goal']!)).toMatchObject({ progress: '0.5' });
    }
  });

  it('are to auditors what happened, when and by whom, without a word or a number of it', async () => {
    const auditor = server.as('auditor');
    expect((await goalsFor(auditor)).get(ids['ada goal']!)).toEqual({
      ...ADAS(),
      hidden: true,
      owner: { personId: people['ada'] },
      phase: 'active',
      archived: false,
    });
    expectProblem(await auditor.get(`/goals/${ids['ada goal']}/figure`), 403, 'goal-hidden');
    const { changes } = await read(auditor, `/goals/${ids['ada goal']}/changes`);
    const paused = (changes as { type: string }[]).find(({ type }) => type === 'GoalPaused');
    expect(paused).toMatchObject({ actor: people['ada'], effects: [{ sides: ['phase'] }] });
    for (const secret of [...SECRETS, 'progressAfter']) expect(JSON.stringify(changes)).not.toContain(secret);
  });

  it('were private all along once they are closed, whatever was open then', async () => {
    const open = { kind: 'objective', title: 'Run a marathon', personId: people['carl'] };
    const goalId = await made(who('carl').post('/goals', open));
    await made(who('carl').post(`/goals/${goalId}/proposal`));
    clock.set(at('2026-02-10'));
    expect((await goalsFor(who('bob'))).get(goalId)).toMatchObject({ title: 'Run a marathon' });
    const closing = { visibility: 'private', reason: 'It is nobody’s business.' };
    const path = `/goals/${goalId}/visibility`;
    expectProblem(await who('bob').put(path, closing), 409, 'not-your-goal');
    expectProblem(await who('carl').put(path, { visibility: 'private' }), 422, 'reason-required');
    await done(who('carl').put(path, closing));
    for (const moment of ['', '?asOf=2026-02-06', '?asKnownAt=2026-02-06'])
      expect((await goalsFor(who('bob'), moment)).get(goalId)).toMatchObject({ hidden: true });
    expect((await goalsFor(who('joan'))).get(goalId)).toMatchObject({ title: 'Run a marathon' });
  });

  it('are no unit’s', async () => {
    const goal = { kind: 'objective', title: 'Secret', unitId: ids['parks'], visibility: 'private' };
    expectProblem(await server.as('controller').post('/goals', goal), 422, 'unit-goal-public');
    const closing = { visibility: 'private', reason: 'Who knows.' };
    const refused = await server.as('controller').put(`/goals/${ids['parks goal']}/visibility`, closing);
    expectProblem(refused, 422, 'unit-goal-public');
  });

  it('are hidden like drafts, which even those above the manager see as a place only', async () => {
    const draft = { kind: 'objective', title: 'Think it over', personId: people['ada'] };
    const goalId = await made(who('ada').post('/goals', draft));
    const seen = async (reader: Client) => 'hidden' in (await goalsFor(reader)).get(goalId)!;
    expect(await Promise.all([who('ada'), who('grace'), who('mary'), who('bob')].map(seen))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('go with a change of manager from its day on, and stay with the former one as of before', async () => {
    clock.set(at('2026-03-05'));
    const change = { managerId: people['joan'], from: '2026-03-01', reason: 'Ada goes with the crew.' };
    await done(admin().put(`/people/${people['ada']}/manager`, change));
    const sees = async (name: string, moment = '') =>
      !('hidden' in (await goalsFor(who(name), moment)).get(ids['ada goal']!)!);
    expect([await sees('grace'), await sees('joan')]).toEqual([false, true]);
    const then = '?asOf=2026-02-20';
    expect([await sees('grace', then), await sees('joan', then)]).toEqual([true, true]);
    expect(await sees('bob', then)).toBe(false);
  });

  it('tell afterwards who could see them, by the lines in force and known then', async () => {
    const readers = async (moment: string) => {
      const body = await read(server.as('auditor'), `/goals/${ids['ada goal']}/readers?${moment}`);
      expect(body.policy).toBe('goal-reading 1');
      return (body.people as { personId: string; as: string; unitId?: string; sight: string }[]).map(
        ({ personId, as, sight }) =>
          `${Object.keys(people).find((name) => people[name] === personId)}, ${as}: ${sight}`,
      );
    };
    const before = [
      'ada, its owner: full',
      'grace, their manager: full',
      'mary, above their manager: full',
      'hedy, their hr-partner: full',
    ];
    expect(await readers('asOf=2026-02-20')).toEqual(before);
    expect(await readers('asOf=2026-03-05')).toContain('joan, their manager: full');
    expect(await readers('asOf=2026-03-05&asKnownAt=2026-02-20')).toEqual(before);
    const { roles } = await read(admin(), `/goals/${ids['ada goal']}/readers`);
    expect(roles).toContainEqual({ role: 'executive', sight: 'aggregate' });
    expect(roles).toContainEqual({ role: 'system-admin', sight: 'none' });
    expectProblem(await who('ada').get(`/goals/${ids['ada goal']}/readers`), 403, 'forbidden');
  });
});
