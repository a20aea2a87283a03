import type { KpiDirection } from '@pm/kernel';

/** A KPI of the demo organisation: where its values start, where they go, and how far they stray. */
export interface DemoKpi {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
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

export interface DemoPerson {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly manager?: string;
  /** Whether they stand for their unit. */
  readonly heads?: true;
}

/** Those who lead first. */
export const PEOPLE: readonly DemoPerson[] = [
  { number: 'lea', name: 'Lea Holm', unit: 'LAKE', heads: true },
  { number: 'mona', name: 'Mona Sjöberg', unit: 'CARE', manager: 'lea', heads: true },
  { number: 'per', name: 'Per Lund', unit: 'EDU', manager: 'lea', heads: true },
  { number: 'nils', name: 'Nils Ekman', unit: 'STREET', manager: 'lea', heads: true },
  { number: 'ines', name: 'Ines Duarte', unit: 'STREET', manager: 'nils' },
  { number: 'tor', name: 'Tor Vik', unit: 'CARE', manager: 'mona' },
];

export interface DemoGoal {
  readonly number: string;
  readonly title: string;
  /** Whose it is: a person's or a unit's. */
  readonly person?: string;
  readonly unit?: string;
  readonly parent?: string;
  /** After which month's report it was agreed. */
  readonly agreed: string;
  readonly proposer: string;
  readonly accepter: string;
  /** The accepter speaks for the council: nobody stands above the municipality. */
  readonly council?: true;
  readonly kpi?: DemoKpi;
  /** Value at the start. */
  readonly from?: string;
  readonly to?: string;
}

const kpiNumbered = (number: string): DemoKpi => KPIS.find((kpi) => kpi.number === number)!;

/** Parents first. */
export const GOALS: readonly DemoGoal[] = [
  {
    number: 'safe',
    title: 'A town that is safe at any age',
    unit: 'LAKE',
    agreed: '2024-12',
    proposer: 'lea',
    accepter: 'council',
    council: true,
  },
  {
    number: 'streets',
    title: 'Streets that carry everyone',
    unit: 'STREET',
    parent: 'safe',
    agreed: '2024-12',
    proposer: 'nils',
    accepter: 'lea',
  },
  {
    number: 'potholes',
    title: 'Mend potholes within five days',
    person: 'ines',
    parent: 'streets',
    agreed: '2024-12',
    proposer: 'ines',
    accepter: 'nils',
    kpi: kpiNumbered('potholes'),
    from: '70',
    to: '95',
  },
  {
    number: 'falls',
    title: 'Fewer falls in our care homes',
    person: 'tor',
    parent: 'safe',
    agreed: '2024-12',
    proposer: 'mona',
    accepter: 'tor',
    kpi: kpiNumbered('falls'),
    from: '14',
    to: '8',
  },
  {
    number: 'care',
    title: 'Care that families trust',
    unit: 'CARE',
    parent: 'safe',
    agreed: '2026-02',
    proposer: 'mona',
    accepter: 'lea',
  },
];
