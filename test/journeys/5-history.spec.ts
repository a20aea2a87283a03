import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { fresh } from '../support/fresh.js';
import { PLACES } from '../support/places.js';
import { type Answer, type Server, startServer } from '../support/server.js';

const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;

describe.each(PLACES)('History of KPIs, units and outcomes, over HTTP and %s', (_, place) => {
  let server: Server;
  let clock: ManualClock;
  let ids: Record<'city' | 'parks' | 'pools' | 'lawns' | 'ada', string>;
  beforeAll(async () => {
    clock = new ManualClock(at('2025-01-02'));
    server = await startServer({ place: await place(), clock });
    await lead();
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const controller = () => server.as('controller');
  const done = async (answer: Promise<Answer>): Promise<string> => {
    const { status, body } = await answer;
    expect({ ok: status < 300, problem: body.detail }).toEqual({ ok: true, problem: undefined });
    return body.id as string;
  };
  const read = async (path: string) => server.as('employee', 'auditor').get(await fresh(server, path));
  const shown = async (path: string) => {
    const { status, body } = await read(path);
    expect({ status, problem: body.detail }).toEqual({ status: 200, problem: undefined });
    return body;
  };
  const record = (period: string, value: string) =>
    done(controller().post(`/kpis/${ids.lawns}/measurements`, { period, value, source: 'rounds' }));
  const target = (value: string, reason?: string) =>
    done(controller().post(`/kpis/${ids.lawns}/targets`, { period: 'FY2025', value, reason }));

  /** Two agencies and one KPI: measured late, corrected, its target revised, a unit moved, renamed and led by another. */
  async function lead(): Promise<void> {
    await admin().put('/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' });
    const open = (name: string, parentId?: string) =>
      done(admin().post('/units', { name, kind: parentId ? 'agency' : 'city', number: name, parentId }));
    const city = await open('City');
    const [parks, pools] = [await open('Parks', city), await open('Pools', city)];
    const ada = await done(
      admin().post('/people', { number: 'ada', name: 'Ada', unitId: parks, from: '2025-01-01' }),
    );
    const lawns = await done(
      controller().post('/kpis', {
        name: 'Lawns mown on time',
        number: 'lawns',
        unitId: pools,
        direction: 'increase',
        frequency: 'monthly',
        aggregation: 'mean',
      }),
    );
    ids = { city, parks, pools, lawns, ada };
    await target('70');

    clock.set(at('2025-02-05'));
    await record('2025-01', '60');
    clock.set(at('2025-03-05'));
    await done(admin().put(`/units/${pools}/head`, { personId: ada, from: '2025-02-01' }));
    await record('2025-02', '80');
    clock.set(at('2025-04-05'));
    const correction = { value: '68', source: 'rounds', reason: 'A lawn was counted twice.' };
    await done(controller().post(`/kpis/${lawns}/measurements/2025-01/correction`, correction));
    clock.set(at('2025-05-05'));
    await target('75', 'A new crew.');
    const note = { at: '2025-03-10', text: 'Rain for two weeks.' };
    await done(controller().post(`/kpis/${lawns}/annotations`, note));
    clock.set(at('2025-06-05'));
    await done(admin().put(`/units/${pools}/parent`, { parentId: parks }));
    await done(admin().put(`/units/${pools}/name`, { name: 'Pools and lawns' }));
    clock.set(at('2026-01-10'));
    await record('2025-03', '90');
  }

  describe('a KPI', () => {
    it('as of a day has the values true by then, as they are known today', async () => {
      const { latest, years } = await shown(`/kpis/${ids.lawns}?asOf=2025-02-10`);
      expect(latest).toMatchObject({ period: '2025-01', value: '68' });
      expect(years.FY2025).toMatchObject({ value: '68', target: 'missed' });
    });

    it('as known on a day has neither later values, nor later corrections, nor later targets', async () => {
      const february = await shown(`/kpis/${ids.lawns}?asKnownAt=2025-02-10`);
      expect(february).toMatchObject({ latest: { value: '60' }, years: { FY2025: { target: 'missed' } } });
      const march = await shown(`/kpis/${ids.lawns}?asKnownAt=2025-03-10`);
      expect(march.years.FY2025).toMatchObject({ value: '70', target: 'met' });
      const may = await shown(`/kpis/${ids.lawns}?asKnownAt=2025-05-10`);
      expect(may.years.FY2025).toMatchObject({ value: '74', target: 'missed' });
    });

    it('takes both times at once', async () => {
      const { latest } = await shown(`/kpis/${ids.lawns}?asOf=2025-02-10&asKnownAt=2025-03-10`);
      expect(latest).toMatchObject({ period: '2025-01', value: '60' });
    });

    it('is stale or not by the day it is read as of', async () => {
      expect(await shown(`/kpis/${ids.lawns}?asOf=2025-04-01`)).toMatchObject({ stale: false });
      expect(await shown(`/kpis/${ids.lawns}?asOf=2025-09-01`)).toMatchObject({ stale: true });
    });

    it('was unknown before it was defined', async () => {
      const { status, body } = await read(`/kpis/${ids.lawns}?asKnownAt=2025-01-01`);
      expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/kpi-unknown' });
    });

    it('as of now and as known now is what it is', async () => {
      expect(await shown(`/kpis/${ids.lawns}?asOf=2026-01-10&asKnownAt=2026-01-10`)).toEqual(
        await shown(`/kpis/${ids.lawns}`),
      );
    });
  });

  describe('the list of KPIs', () => {
    const listed = async (query: string) => (await shown(`/kpis?unit=${ids.pools}${query}`)).kpis;

    it('as of a day is each of them as of that day', async () => {
      for (const moment of [
        'asOf=2025-02-10',
        'asKnownAt=2025-03-10',
        'asOf=2025-02-10&asKnownAt=2025-03-10',
      ])
        expect(await listed(`&${moment}`)).toEqual([await shown(`/kpis/${ids.lawns}?${moment}`)]);
      expect(await listed('&asOf=2026-01-10')).toEqual(await listed(''));
    });

    it('is empty before any was defined, and of a unit that has none', async () => {
      expect(await listed('&asKnownAt=2025-01-01')).toEqual([]);
      expect((await shown(`/kpis?unit=${ids.parks}&asOf=2025-06-30`)).kpis).toEqual([]);
    });

    it('comes by name, page by page', async () => {
      const shape = { unitId: ids.parks, direction: 'increase', frequency: 'annual', aggregation: 'last' };
      for (const name of ['Zoo visits', 'Ash trees'])
        await done(controller().post('/kpis', { ...shape, name }));
      const page = (more: string) => shown(`/kpis?asOf=2026-01-10&limit=2${more}`);
      const names = ({ kpis }: { kpis: { name: string }[] }) => kpis.map(({ name }) => name);
      const first = await page('');
      expect(names(first)).toEqual(['Ash trees', 'Lawns mown on time']);
      const second = await page(`&cursor=${first.next}`);
      expect([names(second), second.next]).toEqual([['Zoo visits'], undefined]);
    });
  });

  describe('a person', () => {
    const standing = async (query: string) => {
      const { unitId, managerId, managerLine } = await shown(`/people/${ids.ada}?${query}`);
      return { unitId, managerId, line: managerLine.personIds };
    };
    const members = async (query: string) =>
      (await shown(`/people?unit=${ids.pools}&${query}`)).people.map(
        ({ personId }: { personId: string }) => personId,
      );
    let eve: string;
    beforeAll(async () => {
      const joins = { number: 'eve', name: 'Eve', unitId: ids.parks, from: '2025-01-01' };
      eve = await done(admin().post('/people', joins));
      await done(admin().put(`/people/${ids.ada}/unit`, { unitId: ids.pools, from: '2025-03-01' }));
      await done(admin().put(`/people/${ids.ada}/manager`, { managerId: eve, from: '2025-04-01' }));
    });

    it('as of a day stood where they stood, as it is known today', async () => {
      const [parks, pools] = [ids.parks, ids.pools];
      expect(await standing('asOf=2025-02-28')).toEqual({ unitId: parks, managerId: null, line: [] });
      expect(await standing('asOf=2025-03-01')).toEqual({ unitId: pools, managerId: null, line: [] });
      expect(await standing('asOf=2025-04-01')).toEqual({ unitId: pools, managerId: eve, line: [eve] });
      expect(await members('asOf=2025-02-28')).toEqual([]);
      expect(await members('asOf=2025-03-01')).toEqual([ids.ada]);
    });

    it('as known on a day stood where they were known to stand', async () => {
      const known = 'asOf=2025-06-30&asKnownAt=2025-06-30';
      expect(await standing(known)).toEqual({ unitId: ids.parks, managerId: null, line: [] });
      expect(await members(known)).toEqual([]);
      expect(await members('asKnownAt=2026-01-10')).toEqual([ids.ada]);
      const { people } = await shown('/people?asKnownAt=2025-06-30');
      expect(people).toMatchObject([{ name: 'Ada', number: 'ada' }]);
    });

    it('was unknown before they were recorded', async () => {
      const { status, body } = await read(`/people/${eve}?asKnownAt=2025-06-30`);
      expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/person-unknown' });
    });
  });

  describe('a trend', () => {
    const values = ({ points }: { points: { period: string; value: string; corrections: number }[] }) =>
      points.map(({ period, value, corrections }) => [period, value, corrections]);

    it('as known on a day tells nothing that was said later', async () => {
      const march = await shown(`/kpis/${ids.lawns}/trend?asKnownAt=2025-03-10`);
      expect(values(march)).toEqual([
        ['2025-01', '60', 0],
        ['2025-02', '80', 0],
      ]);
      expect(march.annotations).toEqual([]);
      const april = await shown(`/kpis/${ids.lawns}/trend?asKnownAt=2025-04-10`);
      expect(values(april)[0]).toEqual(['2025-01', '68', 1]);
      expect(april.points[0].history[1]).toMatchObject({ reason: 'A lawn was counted twice.' });
    });

    it('as of a day ends there, and so do the words about it', async () => {
      const february = await shown(`/kpis/${ids.lawns}/trend?asOf=2025-02-28`);
      expect(values(february)).toEqual([
        ['2025-01', '68', 1],
        ['2025-02', '80', 0],
      ]);
      expect(february.annotations).toEqual([]);
      expect((await shown(`/kpis/${ids.lawns}/trend?asOf=2025-03-31`)).annotations).toHaveLength(1);
    });

    it('as of now is what it is', async () => {
      expect(await shown(`/kpis/${ids.lawns}/trend?asOf=2026-01-10`)).toEqual(
        await shown(`/kpis/${ids.lawns}/trend`),
      );
    });
  });

  describe('a unit', () => {
    it('stands where it stood, under the name and the head that it had', async () => {
      const [parks, city] = [ids.parks, ids.city];
      expect(await shown(`/units/${ids.pools}`)).toMatchObject({ name: 'Pools and lawns', parentId: parks });
      const may = await shown(`/units/${ids.pools}?asOf=2025-05-31`);
      expect(may).toMatchObject({ name: 'Pools', parentId: city, headId: ids.ada });
      expect((await shown(`/units/${ids.pools}?asOf=2025-01-31`)).headId).toBeUndefined();
      expect(
        (await shown(`/units/${ids.pools}?asOf=2025-02-10&asKnownAt=2025-02-10`)).headId,
      ).toBeUndefined();
    });

    it('was not there before it was opened', async () => {
      const { status, body } = await read(`/units/${ids.pools}?asOf=2024-12-31`);
      expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/unit-unknown' });
    });

    it('is listed below the one that it stood below, page by page', async () => {
      const below = async (query: string) => {
        const { units, next } = await shown(`/units?parent=${ids.city}${query}`);
        return { ids: units.map(({ unitId }: { unitId: string }) => unitId), next };
      };
      expect((await below('')).ids).toEqual([ids.parks]);
      const may = await below('&asOf=2025-05-31');
      expect(may.ids).toEqual([ids.parks, ids.pools].sort());
      const first = await below('&asOf=2025-05-31&limit=1');
      const second = await below(`&asOf=2025-05-31&limit=1&cursor=${first.next}`);
      expect([...first.ids, ...second.ids]).toEqual(may.ids);
      expect(second.next).toBeUndefined();
    });
  });

  describe('outcomes', () => {
    const rows = async (query = '') =>
      (await shown(`/outcomes?period=FY2025${query}`)).units.map(
        ({ name, metTarget, didNotMeet }: Record<string, unknown>) => ({ name, metTarget, didNotMeet }),
      );

    it('as known on a day count what was known then, where it stood then', async () => {
      expect(await rows()).toEqual([{ name: 'Parks', metTarget: 1, didNotMeet: 0 }]);
      expect(await rows('&asKnownAt=2025-03-10')).toEqual([{ name: 'Pools', metTarget: 1, didNotMeet: 0 }]);
      expect(await rows('&asKnownAt=2025-05-10')).toEqual([{ name: 'Pools', metTarget: 0, didNotMeet: 1 }]);
      expect(await rows('&asKnownAt=2025-01-01')).toEqual([]);
    });

    it('as of a day count what was true then, as it is known today', async () => {
      expect(await rows('&asOf=2025-02-10')).toEqual([{ name: 'Pools', metTarget: 0, didNotMeet: 1 }]);
      expect(await rows('&asOf=2026-01-10&asKnownAt=2026-01-10')).toEqual(await rows());
    });

    it('of a unit that was not known then are refused', async () => {
      const { status, body } = await read(`/outcomes?period=FY2025&unit=${ids.pools}&asKnownAt=2025-01-01`);
      expect({ status, type: body.type }).toEqual({ status: 404, type: '/problems/unit-unknown' });
    });
  });

  it.each([
    '/kpis',
    '/people',
    '/kpis/number:lawns',
    '/kpis/number:lawns/trend',
    '/units',
    '/units/number:Parks',
  ])('%s refuses what is no moment', async (path) => {
    const { status, body } = await read(`${path}?asOf=last-summer`);
    expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 400, pointer: 'asOf' });
  });
});
