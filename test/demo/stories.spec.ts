import { CommandBus } from '@nestjs/cqrs';
import { ManualClock, namedId } from '@pm/eventing';
import { FOUNDED } from '../../apps/cli/src/demo/acts/founding.js';
import { morningOf } from '../../apps/cli/src/demo/acting.js';
import { lakeside } from '../../apps/cli/src/demo/lakeside.js';
import { live } from '../../apps/cli/src/demo/live.js';
import { SMALL } from '../../apps/cli/src/demo/scale.js';
import { type Client, type Server, startServer } from '../support/server.js';

/** What docs/tour.md says can be found, found. */
describe('In Lakeside an auditor finds', () => {
  let server: Server;
  let auditor: Client;
  beforeAll(async () => {
    const clock = new ManualClock(morningOf(FOUNDED));
    server = await startServer({ clock });
    await live(lakeside(SMALL), { commands: server.app.get(CommandBus), clock });
    clock.set(morningOf('2026-10-06'));
    auditor = server.as('auditor');
  }, 60_000);
  afterAll(() => server.stop());

  const read = async (path: string) => {
    const { status, body } = await auditor.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const year = async (kpi: string, fiscalYear: string, moment: string) =>
    (await read(`/kpis/number:${kpi}?${moment}`)).years[fiscalYear]?.target;
  const outcomes = async (moment: string) => {
    const { units } = await read(`/outcomes?period=FY2025&${moment}`);
    return units;
  };
  const goal = async (number: string, day: string) =>
    (await read(`/goals/number:${number}?asOf=${day}&asKnownAt=${day}`)).goal;
  const progressOf = async (number: string, day: string) => Number((await goal(number, day)).progress);

  it('a target that came down two weeks before the end of its year, so that it was met', async () => {
    expect(await year('permits', 'FY2025', 'asKnownAt=2025-12-16')).toBe('missed');
    expect(await year('permits', 'FY2025', 'asKnownAt=2025-12-17')).toBe('met');
    expect(await year('permits', 'FY2025', '')).toBe('met');
    const stream = await server.stores.events.readStream(`kpi-${namedId('kpi', 'number', 'permits')}`);
    const [revision] = stream.filter(({ type }) => type.endsWith('TargetRevised'));
    expect(revision).toMatchObject({
      data: { period: 'FY2025', value: '80', was: '85' },
      metadata: { actor: namedId('person', 'number', 'bea'), recordedAt: '2025-12-17T08:00:00.000Z' },
    });
    expect(revision!.metadata.reason).toBeUndefined();
  });

  it('a target that was met as it was known when the year was closed, and missed as it is known now', async () => {
    expect(await year('waiting', 'FY2025', 'asKnownAt=2026-02-16')).toBe('met');
    expect(await year('waiting', 'FY2025', '')).toBe('missed');
    const { points } = await read('/kpis/number:waiting/trend');
    const december = points.find(({ period }: { period: string }) => period === '2025-12');
    expect(december).toMatchObject({ value: '47.5', corrections: 1 });
    expect(december.history[1].reason).toMatch(/lain in a drawer/);
  });

  it('a team that went over to another department with its people, its goals and its figures', async () => {
    const [before, after] = ['asKnownAt=2026-06-30', 'asKnownAt=2026-07-01'];
    expect((await read(`/units/number:HEALTH?${before}`)).parentId).toBe(namedId('unit', 'number', 'EDU'));
    expect((await read(`/units/number:HEALTH?${after}`)).parentId).toBe(namedId('unit', 'number', 'CARE'));
    const { people } = await read(`/people?unit=${namedId('unit', 'number', 'HEALTH')}`);
    expect(people.length).toBeGreaterThan(1);
    const tor = (day: string) => read(`/people/number:tor?asOf=${day}`);
    expect((await tor('2026-06-30')).managerId).toBe(namedId('person', 'number', 'per'));
    expect((await tor('2026-07-01')).managerId).toBe(namedId('person', 'number', 'mona'));
    const parentOf = async (day: string) => (await goal('health-2026', day)).parents[0].parentId;
    expect(await parentOf('2026-06-30')).toBe(namedId('goal', 'number', 'learn'));
    expect(await parentOf('2026-07-01')).toBe(namedId('goal', 'number', 'care'));
    expect(await outcomes(before)).not.toEqual(await outcomes(after));
  });

  it('a goal that counts elsewhere from one day on, and a department’s progress that jumped without a measurement', async () => {
    const [before, after] = [
      await progressOf('streets', '2026-05-11'),
      await progressOf('streets', '2026-05-12'),
    ];
    expect(after - before).toBeGreaterThan(0.1);
    const { changes } = await read(
      '/goals/number:streets/changes?sinceKnownAt=2026-05-11&asKnownAt=2026-05-12',
    );
    expect(changes).toMatchObject([
      { type: 'GoalPlaced', reason: 'Lighting belongs to the energy plan now.' },
    ]);
  });

  it('a KPI that for a quarter had a target and no value, and counted neither as good nor as bad', async () => {
    const counted = async (moment: string) => {
      const { units } = await read(`/outcomes?period=FY2026&label=critical&${moment}`);
      const { metTarget, didNotMeet, noTarget } = units.find(
        ({ number }: { number: string }) => number === 'BUILD',
      );
      return metTarget + didNotMeet + noTarget;
    };
    expect(await counted('asKnownAt=2026-06-30')).toBe(1);
    expect(await counted('asKnownAt=2026-08-05')).toBe(2);
    const kpi = await read('/kpis/number:dust?asKnownAt=2026-06-30');
    expect(kpi).toMatchObject({ years: {} });
    expect(kpi.latest).toBeUndefined();
    expect(await goal('dust', '2026-06-30')).toMatchObject({ status: 'no-data' });
    expect(await goal('dust', '2026-08-05')).not.toMatchObject({ status: 'no-data' });
  });

  it('a year that was closed, and who closed it', async () => {
    const { frozen } = await read('/calendar');
    expect(frozen).toMatchObject([{ period: 'FY2024' }, { period: 'FY2025' }]);
  });
});
