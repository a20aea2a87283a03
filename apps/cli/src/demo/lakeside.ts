import type { Direction } from '@pm/kernel';

/** A KPI of the demo organisation: where its values start, where they go, and how far they stray. */
export interface DemoKpi {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly aggregation: 'sum' | 'mean' | 'last';
  readonly unitOfMeasure: string;
  readonly labels: readonly string[];
  readonly start: number;
  /** Change a month. */
  readonly drift: number;
  readonly noise: number;
  /** By fiscal year. */
  readonly targets: Readonly<Record<string, string>>;
}

export const UNITS = [
  { number: 'LAKE', name: 'Lakeside', kind: 'municipality' },
  { number: 'CARE', name: 'Care for the elderly', kind: 'department', parent: 'LAKE' },
  { number: 'EDU', name: 'Schools', kind: 'department', parent: 'LAKE' },
  { number: 'STREET', name: 'Streets and lighting', kind: 'department', parent: 'LAKE' },
] as const;

export const KPIS: readonly DemoKpi[] = [
  {
    number: 'falls',
    name: 'Falls in care homes',
    unit: 'CARE',
    direction: 'decrease',
    aggregation: 'sum',
    unitOfMeasure: 'falls',
    labels: ['critical'],
    start: 14,
    drift: -0.15,
    noise: 3,
    targets: { FY2025: '150', FY2026: '110' },
  },
  {
    number: 'satisfied',
    name: 'Residents satisfied with their care',
    unit: 'CARE',
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: ['critical'],
    start: 78,
    drift: 0.2,
    noise: 4,
    targets: { FY2025: '80', FY2026: '83' },
  },
  {
    number: 'attendance',
    name: 'Pupils with full attendance',
    unit: 'EDU',
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: [],
    start: 91,
    drift: 0.05,
    noise: 2,
    targets: { FY2025: '92', FY2026: '92.5' },
  },
  {
    number: 'vacancies',
    name: 'Teacher posts vacant at month end',
    unit: 'EDU',
    direction: 'decrease',
    aggregation: 'last',
    unitOfMeasure: 'posts',
    labels: ['critical'],
    start: 22,
    drift: -0.3,
    noise: 3,
    targets: { FY2025: '15', FY2026: '12' },
  },
  {
    number: 'potholes',
    name: 'Potholes mended within five days',
    unit: 'STREET',
    direction: 'increase',
    aggregation: 'mean',
    unitOfMeasure: '%',
    labels: [],
    start: 70,
    drift: 0.6,
    noise: 5,
    targets: { FY2025: '82', FY2026: '85' },
  },
  {
    number: 'lamps',
    name: 'Street lamps out',
    unit: 'STREET',
    direction: 'decrease',
    aggregation: 'sum',
    unitOfMeasure: 'lamps',
    labels: [],
    start: 60,
    drift: 0.4,
    noise: 12,
    targets: { FY2025: '700' },
  },
];

/** The months measured, in order. */
export const MONTHS: readonly string[] = Array.from({ length: 33 }, (_, index) => {
  const [year, month] = [2024 + Math.floor(index / 12), (index % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}`;
});

/** A month's value: always the same one, straying from its course by a fixed pattern. */
export function valueOf({ start, drift, noise }: DemoKpi, index: number): string {
  const strayed = Math.sin(index * 2.3 + start) * noise;
  return Math.max(0, start + drift * index + strayed).toFixed(noise < 5 ? 1 : 0);
}
