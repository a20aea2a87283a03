import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { made } from '../support/made.js';
import { PLACES } from '../support/places.js';
import { asText, type FileRow, READERS } from '../support/read-export.js';
import { type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

const FORMATS = Object.keys(READERS);
const THEN = 'asOf=2026-02-10&asKnownAt=2026-02-10';
const LATER = 'asOf=2026-04-10&asKnownAt=2026-04-10';
const MOMENTS = [
  ['then', THEN],
  ['later', LATER],
] as const;
const EVERY = FORMATS.flatMap((format) => MOMENTS.map(([name, moment]) => [format, name, moment] as const));

describe.each(PLACES)('Exports, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  let ids: Record<'parks' | 'ada' | 'lawns' | 'noise' | 'top' | 'goal', string>;
  beforeAll(async () => {
    clock = new ManualClock(at('2026-01-02'));
    server = await startServer({ place: await place(), clock });
    await lead();
  });
  afterAll(() => server.stop());

  const analyst = () => server.as('people-admin');
  const json = async (path: string) => (await analyst().get(path)).body;
  const exported = async (path: string) => {
    const answer = await analyst().get(`/exports/${path}`);
    expect([answer.status, answer.body.title]).toEqual([200, undefined]);
    return answer;
  };
  const rowsIn = async (format: string, path: string): Promise<FileRow[]> =>
    READERS[format]!((await exported(`${path}format=${format}`)).bytes);
  /** Rows as this format has them. */
  const inFormat = (format: string, rows: readonly FileRow[]) =>
    ['csv', 'xlsx'].includes(format) ? rows.map(asText) : rows;

  /** A goal with a treacherous title, measured in fine decimals, one of them set right with a reason. */
  async function lead(): Promise<void> {
    const [admin, controller] = [server.as('people-admin'), server.as('controller')];
    await admin.put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const city = await made(admin.post('/units', { name: 'City', kind: 'city' }));
    const parks = await made(admin.post('/units', { name: 'Parks', kind: 'agency', parentId: city }));
    const ada = await made(
      admin.post('/people', { number: 'ada', name: 'Ada', unitId: parks, from: '2026-01-01' }),
    );
    const kpi = (name: string, number: string) =>
      made(
        controller.post('/kpis', {
          name,
          number,
          unitId: parks,
          direction: 'increase',
          frequency: 'monthly',
          aggregation: 'last',
        }),
      );
    const [lawns, noise] = [await kpi('Lawns, "mown"', 'lawns'), await kpi('+Noise', 'noise')];
    const year = { kind: 'objective', start: '2026-01-01', end: '2026-12-31' };
    const top = await made(controller.post('/goals', { ...year, title: '=HYPERLINK("a")', unitId: city }));
    const measure = { kpiId: lawns, baseline: '-1', target: '2', direction: 'increase' };
    const parents = [{ parentId: top }];
    const goal = await made(
      server.person(ada).post('/goals', { ...year, title: 'Mow', personId: ada, measure, parents }),
    );
    ids = { parks, ada, lawns, noise, top, goal };

    clock.set(at('2026-02-05'));
    await record(lawns, '2026-01', '-0.100000000000000001');
    await record(noise, '2026-01', '3');
    clock.set(at('2026-03-05'));
    await record(lawns, '2026-02', '1');
    const correction = { value: '0.5', source: 'rounds', reason: '@counted twice' };
    await made(controller.post(`/kpis/${lawns}/measurements/2026-01/correction`, correction));
    clock.set(at('2026-05-05'));
    await record(lawns, '2026-03', '2');
  }

  const record = (kpiId: string, period: string, value: string) =>
    made(server.as('controller').post(`/kpis/${kpiId}/measurements`, { period, value, source: 'rounds' }));

  const byId = <Row>(idOf: (row: Row) => string, rows: Row[]) =>
    rows.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

  it.each(EVERY)('goals as %s, %s, are those of the tree', async (format, _name, moment) => {
    const { goals } = (await json(`/goals?${moment}`)) as { goals: Shown[] };
    const expected = byId(({ goalId }) => goalId, goals).map((goal) =>
      cells({
        goal_id: goal.goalId,
        owner_person_id: goal.owner.personId,
        parent_ids: goal.parents.map(({ parentId }) => parentId).join(' ') || null,
        progress: goal.progress,
        expected: goal.expected,
        status: goal.status,
        baseline: goal.measure?.baseline,
        value: goal.measure?.value,
        met: goal.measure?.met,
        archived: goal.archived,
        terms_revision: goal.termsRevision,
      }),
    );
    const rows = await rowsIn(format, `goals?${moment}&`);
    const shown = rows.map((row) => some(row, Object.keys(expected[0]!)));
    expect(shown).toEqual(inFormat(format, expected));
    expect(expected).toHaveLength(2);
  });

  it.each(EVERY)('measurements as %s, %s, are those of the trends', async (format, _name, moment) => {
    const kpis = byId(String, [ids.lawns, ids.noise]);
    const trends = await Promise.all(
      kpis.map(async (kpiId) => ({ kpiId, ...(await json(`/kpis/${kpiId}/trend?${moment}`)) })),
    );
    const expected = trends.flatMap(({ kpiId, points }) =>
      (points as Point[]).map((point) => ({
        kpi_id: kpiId,
        period: point.period,
        value: point.value,
        measured_at: point.measuredAt,
        recorded_at: point.recordedAt,
        corrections: point.corrections,
        retracted: false,
        late: point.late ?? false,
        last_position: point.history.at(-1)!.position,
      })),
    );
    const rows = await rowsIn(format, `measurements?${moment}&`);
    const shown = rows.map((row) => some(row, Object.keys(expected[0]!)));
    expect(shown).toEqual(inFormat(format, expected));
    expect(expected).toHaveLength(moment === THEN ? 2 : 3);
  });

  it.each(EVERY)('the history of goals as %s, %s, is that of the tree', async (format, _name, moment) => {
    const { changes } = (await json(`/goals/changes?${moment}`)) as { changes: Change[] };
    const expected = changes.flatMap((change) =>
      change.effects.map((effect) =>
        cells({
          position: change.position,
          recorded_at: change.recordedAt,
          effective_at: change.effectiveAt,
          revision: change.revision,
          type: change.type,
          goal_id: effect.goalId,
          sides: effect.sides.join(' ') || null,
          progress_before: effect.progressBefore,
          progress_after: effect.progressAfter,
        }),
      ),
    );
    const rows = await rowsIn(format, `goal-history?${moment}&`);
    const shown = rows.map((row) => some(row, Object.keys(expected[0]!)));
    expect(shown).toEqual(inFormat(format, expected));
    expect(expected.some((row) => row.progress_after !== null)).toBe(true);
  });

  it.each(FORMATS)('%s keeps every digit, and runs no text as a formula', async (format) => {
    const rows = await rowsIn(format, `measurements?${THEN}&`);
    expect(rows.map(({ value }) => value)).toContain('-0.100000000000000001');
    const isSheet = ['csv', 'xlsx'].includes(format);
    const names = [isSheet ? "'+Noise" : '+Noise', 'Lawns, "mown"'];
    expect(new Set(rows.map((row) => row.kpi_name))).toEqual(new Set(names));
    const titles = (await rowsIn(format, `goals?${THEN}&`)).map(({ title }) => title);
    expect(titles).toContain(isSheet ? `'=HYPERLINK("a")` : '=HYPERLINK("a")');
    const corrected = (await rowsIn(format, `measurements?${LATER}&`)).map((row) => row.last_reason);
    expect(corrected).toContain(isSheet ? "'@counted twice" : '@counted twice');
  });

  it('have in every format the same columns in the same order', async () => {
    for (const what of ['goals', 'measurements', 'goal-history']) {
      const names = await Promise.all(
        FORMATS.map(async (format) => Object.keys((await rowsIn(format, `${what}?`))[0]!)),
      );
      expect(new Set(names.map(String)).size).toBe(1);
    }
  });

  it('take the filters of the lists', async () => {
    const idsOf = async (path: string, column: string) =>
      (await rowsIn('ndjson', `${path}&`)).map((row) => row[column]);
    expect(await idsOf(`goals?under=${ids.goal}`, 'goal_id')).toEqual([ids.goal]);
    expect(await idsOf('goals?phase=active', 'goal_id')).toEqual([]);
    expect(await idsOf(`measurements?kpi=${ids.noise}`, 'kpi_number')).toEqual(['noise']);
    expect(await idsOf(`measurements?goal=${ids.top}`, 'kpi_id')).toEqual([]);
    expect(new Set(await idsOf(`goal-history?goal=${ids.goal}`, 'goal_id'))).toEqual(new Set([ids.goal]));
    const since = 'goal-history?sinceAsOf=2026-03-01&sinceKnownAt=2026-03-01';
    expect(await idsOf(since, 'type')).not.toContain('GoalDrafted');
  });

  it('of history go on after one time alone, up to the moment that they are of', async () => {
    const typesOf = async (path: string) =>
      (await rowsIn('ndjson', `goal-history?${path}&`)).map(({ type }) => type);
    const recorded = 'MeasurementRecorded';
    expect(await typesOf('sinceKnownAt=2026-02-10')).toContain(recorded);
    expect(await typesOf('sinceKnownAt=2026-02-10')).not.toContain('GoalDrafted');
    expect(await typesOf('sinceKnownAt=2026-02-10&asKnownAt=2026-02-10')).toEqual([]);
    expect(await typesOf('sinceAsOf=2026-01-01')).toContain(recorded);
    expect(await typesOf('sinceAsOf=2026-04-10&asOf=2026-04-10')).toEqual([]);
  });

  it('say of when they are, so that they can be had again, byte for byte, after more was learned', async () => {
    const first = await exported('measurements?format=csv');
    const {
      'x-as-of': asOf,
      'x-as-known-at': asKnownAt,
      'x-position': position,
    } = first.headers as Record<string, string>;
    expect([asOf, asKnownAt]).toEqual([clock.now(), clock.now()]);
    expect(first.headers['content-disposition']).toBe(
      'attachment; filename="measurements_as-of-20260505T120000Z_known-20260505T120000Z.csv"',
    );
    clock.set(at('2026-06-05'));
    await record(ids.noise, '2026-05', '4');
    expect((await exported('measurements?format=csv')).bytes).not.toEqual(first.bytes);
    const again = await exported(`measurements?format=csv&asOf=${asOf}&asKnownAt=${asKnownAt}`);
    expect(again.bytes).toEqual(first.bytes);
    expect(again.headers['x-position']).toBe(position);
  });

  it('show a text as empty once the person that it is about is erased', async () => {
    const titles = async () => (await rowsIn('ndjson', 'goals?')).map(({ title }) => title);
    expect(await titles()).toContain('Mow');
    await server.stores.keys.destroy(ids.ada);
    expect(new Set(await titles())).toEqual(new Set(['=HYPERLINK("a")', null]));
    expect((await rowsIn('csv', 'goals?')).map(({ title }) => title)).toContain('');
  });

  it.each([
    ['goals?format=pdf', 400, 'invalid-input'],
    ['goals?limit=5', 400, 'invalid-input'],
    ['goals?asOf=yesterday..', 400, 'invalid-input'],
    ['goals?under=00000000-0000-7000-8000-000000000000', 404, 'goal-unknown'],
    ['measurements?kpi=00000000-0000-7000-8000-000000000000', 404, 'kpi-unknown'],
  ])('%s is refused before anything is sent: %i %s', async (path, status, code) => {
    const answer = await analyst().get(`/exports/${path}`);
    expect([answer.status, answer.body.title]).toEqual([status, code]);
  });

  it('are for whoever may read what they hold', async () => {
    for (const what of ['goals', 'measurements', 'goal-history'])
      expect((await server.as('machine').get(`/exports/${what}`)).status).toBe(403);
  });
});

interface Shown {
  goalId: string;
  owner: { personId?: string };
  parents: { parentId: string }[];
  progress?: string;
  expected?: string;
  status: string;
  measure?: { baseline?: string; value?: string; met?: boolean };
  archived: boolean;
  termsRevision: number;
}

interface Point {
  period: string;
  value: string;
  measuredAt: string;
  recordedAt: string;
  corrections: number;
  late?: true;
  history: { position: string }[];
}

interface Change {
  position: string;
  recordedAt: string;
  effectiveAt?: string;
  revision: number;
  type: string;
  effects: { goalId: string; sides: string[]; progressBefore?: string; progressAfter?: string }[];
}

/** With null for nothing. */
const cells = (named: Readonly<Record<string, FileRow[string] | undefined>>): FileRow =>
  Object.fromEntries(Object.entries(named).map(([name, cell]) => [name, cell ?? null]));

const some = (row: FileRow, names: readonly string[]): FileRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
