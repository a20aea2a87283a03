import type { Calendar, DecimalText, Frequency, KpiId, LocalDate, Period } from '@pm/kernel';
import type { Planned, PlannedMeasurement } from './plan.js';
import { Slicer } from './slices.js';

describe('Measurements to record', () => {
  it('go by KPI and slice of its time, in the order of the file', () => {
    const { slices } = cut(of('FY2019'), of('FY2020'), of('FY2021'), of('FY2021', 'other'));
    expect(slices).toEqual(['churn 2010s: FY2019', 'churn 2020s: FY2020 FY2021', 'other 2020s: FY2021']);
  });

  it('go by the slice that a moment falls in, in the days of the organisation', () => {
    const { slices } = cut(at('2025-12-31T23:30:00Z'), at('2026-02-01'));
    expect(slices).toEqual(['churn 2026: 2025-12-31T23:30:00Z 2026-02-01']);
  });

  it('of a moment stay alone where the frequency is not known', () => {
    const { slices } = cut(at('2026-01-01', 'unknown'), at('2026-02-01', 'unknown'));
    expect(slices).toHaveLength(2);
  });

  it('are nothing new where a line says the same again', () => {
    expect(cut(of('FY2020', 'churn', '4.2'), of('FY2020', 'churn', '4.20'))).toMatchObject({ repeated: 1 });
  });

  it('are left out where an earlier line says something else for the period', () => {
    const { slices, rejected } = cut(at('2026-01-05', 'churn', '4'), at('2026-01-31', 'churn', '5'));
    expect(slices).toEqual(['churn 2026: 2026-01-05']);
    expect(rejected).toMatchObject([{ reason: 'line 2 has 4 for the same period, this one 5; keep one' }]);
  });

  it('are held to what an earlier part of the file says', () => {
    const slicer = newSlicer();
    told(slicer, [of('FY2020', 'churn', '4')]);
    expect(told(slicer, [of('FY2020', 'churn', '4.0')])).toMatchObject({ slices: [], repeated: 1 });
    expect(told(slicer, [of('FY2020', 'churn', '5')])).toMatchObject({
      slices: [],
      rejected: [{ earlier: 2 }],
    });
  });

  it('go apart by source and by reason', () => {
    const { slices } = cut(
      from({ source: 'crm' }),
      from({ source: 'survey' }),
      from({ reason: 'Recounted.' }),
    );
    expect(slices).toEqual(['churn 2020s: FY2020 FY2020', 'churn 2020s: FY2020']);
  });
});

const calendar: Calendar = {
  timeZone: 'Europe/Stockholm',
  fiscalYears: [{ startMonth: 1, from: '2020-01-01' as LocalDate }],
};
const frequencies = new Map<KpiId, Frequency>([['churn' as KpiId, 'monthly']]);

const measured = (
  time: Pick<PlannedMeasurement, 'period' | 'measuredAt'>,
  number: string,
  value: string,
): Planned<PlannedMeasurement> => ({
  data: { kpiId: number as KpiId, number, ...time, value: value as DecimalText },
  place: { line: 2, item: 'measurement' },
});
const of = (period: string, kpi = 'churn', value = '1') => measured({ period: period as Period }, kpi, value);
const from = (said: Pick<PlannedMeasurement, 'source' | 'reason'>): Planned<PlannedMeasurement> => {
  const { data, place } = of('FY2020');
  return { data: { ...data, ...said }, place };
};
const at = (measuredAt: string, kpi = 'churn', value = '1') => measured({ measuredAt }, kpi, value);

const cut = (...measurements: Planned<PlannedMeasurement>[]) => told(newSlicer(), measurements);
const newSlicer = () => new Slicer(calendar, (kpiId) => frequencies.get(kpiId));

function told(slicer: Slicer, measurements: Planned<PlannedMeasurement>[]) {
  const { slices, ...rest } = slicer.sliced(measurements);
  const names = slices.map(
    ({ number, name, measurements: some }) =>
      `${number} ${name}: ${some.map(({ data }) => data.period ?? data.measuredAt).join(' ')}`,
  );
  return { slices: names, ...rest };
}
