import { namedId } from '@pm/eventing';
import type { Chance } from './chance.js';
import {
  CONTROLLER,
  DAYS,
  GOALS,
  goalId,
  KPIS,
  kpiId,
  MACHINE,
  NUMBERS,
  post,
  put,
  REASONS,
  type Turn,
  UNITS,
  unitId,
} from './asked.js';

const NAMES = ['Lawns mown on time', 'Falls', 'Complaints', 'Water'];
const MONTHLY = Array.from({ length: 12 }, () => 'monthly');
const MONTHS = ['2024-12', '2025-01', '2025-01', '2025-02', '2025-02', '2026-01'];
const PERIODS = ['FY2025', 'FY2026', 'FY2025-Q1', '2025-W09', '2025-02-03', 'FY1', ...MONTHS];
const MOMENTS = [...DAYS, '2025-01-31T23:59:59Z', '2025-03-30T02:30:00+02:00', 'noon'];
const SOURCES = ['rounds', 'rounds', 'meter', undefined];
const NOTES = ['first', 'second'];

const pathOf = (chance: Chance): string => `/kpis/${kpiId(chance.pick(KPIS))}`;

/** Everything but the number, which a KPI keeps. */
export function definition(chance: Chance) {
  const goal = chance.maybe(GOALS);
  return {
    name: chance.pick(NAMES),
    unitId: unitId(chance.pick(UNITS)),
    goalId: goal && goalId(goal),
    direction: chance.pick(['increase', 'decrease', 'maintain-at-least', 'range', 'milestone']),
    frequency: chance.pick([...MONTHLY, 'quarterly', 'weekly', 'daily', 'annual', 'irregular']),
    aggregation: chance.pick(['last', 'sum', 'mean', 'min', 'max']),
    unitOfMeasure: chance.maybe(['%', 'kg']),
    labels: chance.oneIn(2) ? ['critical'] : [],
  };
}

/** Defines KPIs and sets their targets. */
export const kpiTurns: readonly Turn[] = [
  (chance) => post(CONTROLLER, '/kpis', { number: chance.maybe(KPIS), ...definition(chance) }),
  (chance) =>
    put(CONTROLLER, `${pathOf(chance)}/definition`, { ...definition(chance), reason: chance.maybe(REASONS) }),
  (chance) => {
    const [value, upper] = [chance.pick(NUMBERS), chance.maybe(['100'])];
    const body = { period: chance.pick(PERIODS), value, upper, reason: chance.maybe(REASONS) };
    return post(CONTROLLER, `${pathOf(chance)}/targets`, body);
  },
  (chance) => {
    const [value, upper] = [chance.pick(NUMBERS), chance.maybe(['100'])];
    const body = { period: chance.pick(PERIODS), value, upper, reason: chance.maybe(REASONS) };
    return post(CONTROLLER, `${pathOf(chance)}/targets`, body);
  },
];

/** The last one, so that others go on. */
export const retire: Turn = () => post(CONTROLLER, `/kpis/${kpiId(KPIS.at(-1)!)}/retirement`);

/** Records values in time and late, records them again, corrects and retracts them. */
export const measurementTurns: readonly Turn[] = [
  (chance) => {
    const body = { value: chance.pick(NUMBERS), source: chance.pick(SOURCES), note: chance.maybe(REASONS) };
    return post(chance.pick([CONTROLLER, MACHINE]), `${pathOf(chance)}/measurements`, {
      ...body,
      period: chance.pick(MONTHS),
    });
  },
  (chance) => {
    const body = { value: chance.pick(NUMBERS), source: chance.pick(SOURCES) };
    return post(chance.pick([CONTROLLER, MACHINE]), `${pathOf(chance)}/measurements`, {
      ...body,
      measuredAt: chance.pick(MOMENTS),
    });
  },
  (chance) => {
    const path = `${pathOf(chance)}/measurements/${chance.pick(MONTHS)}/correction`;
    const body = { value: chance.pick(NUMBERS), source: chance.pick(SOURCES), reason: chance.pick(REASONS) };
    return post(chance.pick([CONTROLLER, MACHINE]), path, body);
  },
  (chance) => {
    const path = `${pathOf(chance)}/measurements/${chance.pick(MONTHS)}/retraction`;
    return post(CONTROLLER, path, { source: chance.pick(SOURCES), reason: chance.pick(REASONS) });
  },
];

/** Explains days, and takes that back. */
export const annotationTurns: readonly Turn[] = [
  (chance) => {
    const body = { at: chance.pick(DAYS), text: chance.pick(REASONS) };
    return { ...post(CONTROLLER, `/kpis/${kpiId('0')}/annotations`, body), key: chance.pick(NOTES) };
  },
  (chance) => {
    const annotationId = namedId('annotation', 'command', `${CONTROLLER.actor} ${chance.pick(NOTES)}`);
    const path = `/kpis/${kpiId('0')}/annotations/${annotationId}/retraction`;
    return post(CONTROLLER, path, { reason: chance.pick(REASONS) });
  },
];
