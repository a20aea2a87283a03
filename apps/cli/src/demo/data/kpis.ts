import type { Aggregation, Frequency, KpiDirection } from '@pm/kernel';

/** A KPI of the demo organisation: where its values start, where they go, and how far they stray. */
export interface DemoKpi {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
  readonly aggregation: Aggregation;
  readonly frequency: Frequency;
  readonly unitOfMeasure: string;
  readonly labels: readonly string[];
  readonly start: number;
  /** Change from one value to the next. */
  readonly drift: number;
  readonly noise: number;
  /** By fiscal year. */
  readonly targets: Readonly<Record<string, string>>;
}

/** Those that the departments report monthly, and one of their teams. */
export const KPIS: readonly DemoKpi[] = [
  monthly('falls', 'Falls in care homes', 'CARE', {
    direction: 'decrease',
    aggregation: 'sum',
    unitOfMeasure: 'falls',
    labels: ['critical'],
    course: [14, -0.15, 3],
    targets: { FY2025: '150', FY2026: '110' },
  }),
  monthly('satisfied', 'Residents satisfied with their care', 'CARE', {
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: ['critical'],
    course: [78, 0.2, 4],
    targets: { FY2025: '80', FY2026: '83' },
  }),
  monthly('waiting', 'Days until help at home is granted', 'CARE', {
    direction: 'decrease',
    aggregation: 'mean',
    unitOfMeasure: 'days',
    labels: ['critical'],
    course: [31, -0.1, 2],
    targets: { FY2025: '30', FY2026: '28' },
  }),
  monthly('attendance', 'Pupils with full attendance', 'EDU', {
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    course: [91, 0.05, 2],
    targets: { FY2025: '92', FY2026: '92.5' },
  }),
  monthly('vacancies', 'Teacher posts vacant at month end', 'EDU', {
    direction: 'decrease',
    aggregation: 'last',
    unitOfMeasure: 'posts',
    labels: ['critical'],
    course: [22, -0.3, 3],
    targets: { FY2025: '15', FY2026: '12' },
  }),
  monthly('vaccinated', 'Pupils vaccinated when due', 'HEALTH', {
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: ['critical'],
    course: [88, 0.15, 2],
    targets: { FY2025: '90', FY2026: '92' },
  }),
  monthly('potholes', 'Potholes mended within five days', 'STREET', {
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    course: [70, 0.6, 5],
    targets: { FY2025: '82', FY2026: '85' },
  }),
  monthly('lamps', 'Street lamps out', 'STREET', {
    direction: 'decrease',
    aggregation: 'sum',
    unitOfMeasure: 'lamps',
    course: [60, 0.4, 12],
    targets: { FY2025: '700' },
  }),
  monthly('permits', 'Building permits decided within ten weeks', 'BUILD', {
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: ['critical'],
    course: [79, 0.1, 3],
    targets: { FY2025: '85', FY2026: '85' },
  }),
];

/** Set up when its station was ordered; nobody knew its values before the station came. */
export const DUST: DemoKpi = monthly('dust', 'Days with too much fine dust', 'BUILD', {
  direction: 'decrease',
  aggregation: 'sum',
  unitOfMeasure: 'days',
  labels: ['critical'],
  course: [3, 0, 1.5],
  targets: { FY2026: '24' },
});

export const kpiNumbered = (number: string): DemoKpi => [...KPIS, DUST].find((kpi) => kpi.number === number)!;

/** A value: always the same one, straying from its course by a fixed pattern. @param index 0 of the first */
export function valueOf({ start, drift, noise, aggregation }: DemoKpi, index: number): string {
  const strayed = Math.sin(index * 2.3 + start) * noise;
  const isCount = aggregation !== 'mean';
  return Math.max(0, start + drift * index + strayed).toFixed(isCount || noise >= 5 ? 0 : 1);
}

interface Reported extends Pick<DemoKpi, 'direction' | 'aggregation' | 'unitOfMeasure' | 'targets'> {
  readonly labels?: readonly string[];
  /** Start, drift and noise. */
  readonly course: readonly [number, number, number];
}

function monthly(number: string, name: string, unit: string, { course, ...kpi }: Reported): DemoKpi {
  const [start, drift, noise] = course;
  return { number, name, unit, frequency: 'monthly', labels: [], ...kpi, start, drift, noise };
}
