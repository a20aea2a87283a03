import { GOALS, goalId, KPIS, kpiId, PEOPLE, personId, UNITS, unitId } from './asked.js';
import type { Chance } from './chance.js';

/** Everything that can be read as of any moment. */
const AT_ANY_TIME: readonly string[] = [
  '/people?limit=2',
  ...UNITS.map((number) => `/people?limit=2&unit=${unitId(number)}`),
  ...PEOPLE.map((number) => `/people/${personId(number)}`),
  '/kpis?limit=2',
  ...UNITS.map((number) => `/kpis?limit=1&unit=${unitId(number)}`),
  '/units?limit=1',
  ...UNITS.flatMap((number) => [`/units?limit=2&parent=${unitId(number)}`, `/units/${unitId(number)}`]),
  ...KPIS.flatMap((number) => [`/kpis/${kpiId(number)}`, `/kpis/${kpiId(number)}/trend?limit=1`]),
  '/outcomes?period=FY2025',
  '/outcomes?period=FY2026&label=critical',
  `/outcomes?period=FY2025&unit=${unitId('0')}`,
  '/goals?indicators=true&archived=true',
  '/goals?compact=true&archived=true',
  `/goals?unit=${unitId('1')}`,
  `/goals?under=${goalId('0')}&indicators=true`,
  ...GOALS.flatMap((number) => [`/goals/${goalId(number)}`, `/goals/${goalId(number)}/figure`]),
  '/goals/changes',
];

/** What is read of a life: all of it now, some of it as of days in it, as known on days in it, and what changed since. */
export function reads(chance: Chance): string[] {
  return [
    '/calendar',
    ...AT_ANY_TIME,
    ...GOALS.map((number) => `/goals/${goalId(number)}/changes`),
    ...AT_ANY_TIME.flatMap((path) => [
      at(path, `asOf=${day(chance)}`),
      at(path, `asKnownAt=${day(chance)}`),
      at(path, `asOf=${day(chance)}&asKnownAt=${day(chance)}`),
    ]),
    ...['/goals/changes', ...GOALS.map((number) => `/goals/${goalId(number)}/changes`)].map((path) =>
      at(path, `sinceAsOf=${day(chance)}&sinceKnownAt=${day(chance)}&asKnownAt=${day(chance)}`),
    ),
  ];
}

function day(chance: Chance): string {
  const [month, date] = [1 + chance.below(12), 1 + chance.below(28)];
  return `${chance.pick(['2025', '2025', '2026'])}-${two(month)}-${two(date)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

export const at = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;
