import { drawn } from '../drawn.js';
import type { DemoKpi } from './kpis.js';
import type { Team } from './units.js';

/** The figures that a team keeps of itself: two weekly, three monthly. */
export function figuresOf(team: Team): readonly DemoKpi[] {
  return [
    figure(team, 'share', team.share, { ...MORE, frequency: 'weekly', start: 66, drift: 0.08, noise: 3.5 }),
    figure(team, 'open', 'Cases open', {
      ...LESS,
      aggregation: 'last',
      frequency: 'weekly',
      unitOfMeasure: 'cases',
      start: 40,
      drift: -0.1,
      noise: 6,
    }),
    figure(team, 'absence', 'Hours lost to sickness', { ...LESS, start: 5, drift: -0.03, noise: 0.4 }),
    figure(team, 'overtime', 'Overtime', {
      ...LESS,
      aggregation: 'sum',
      unitOfMeasure: 'hours',
      start: 50,
      drift: -0.4,
      noise: 9,
    }),
    figure(team, 'staff', 'Staff who would recommend us', { ...MORE, start: 70, drift: 0.3, noise: 4 }),
  ];
}

/** What its counters count every day. Nobody wants more or less of it, so it has no target. */
export function countOf({ number, counts, daily }: Team): DemoKpi {
  return {
    ...MORE,
    number: `${number.toLowerCase()}-count`,
    name: counts,
    unit: number,
    aggregation: 'sum',
    frequency: 'daily',
    unitOfMeasure: 'a day',
    start: daily,
    drift: daily / 10_000,
    noise: Math.max(5, daily / 8),
    targets: {},
  };
}

type Course = Omit<DemoKpi, 'number' | 'name' | 'unit' | 'targets'>;

const MONTHLY_SHARE = { aggregation: 'mean', frequency: 'monthly', unitOfMeasure: '%', labels: [] } as const;
const MORE = { ...MONTHLY_SHARE, direction: 'increase' } as const;
const LESS = { ...MONTHLY_SHARE, direction: 'decrease' } as const;

/** Where a team starts, and what it aims at from there, differs from team to team. */
function figure(team: Team, kind: string, name: string, course: Course): DemoKpi {
  const number = `${team.number.toLowerCase()}-${kind}`;
  const start = course.start * (1 + drawn(number, 'start') / 5);
  const valuesAYear = course.frequency === 'weekly' ? 52 : 12;
  const yearly = course.aggregation === 'sum' ? valuesAYear : 1;
  const aimAt = (years: number) =>
    ((start + years * course.drift * valuesAYear * (0.3 + drawn(number, years))) * yearly).toFixed(1);
  const targets = { FY2025: aimAt(1), FY2026: aimAt(2) };
  return { ...course, number, name: `${name}, ${team.name}`, unit: team.number, start, targets };
}
