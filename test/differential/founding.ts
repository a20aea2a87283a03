import {
  ADMIN,
  type Asked,
  CONTROLLER,
  goalId,
  kpiId,
  person,
  personId,
  post,
  put,
  unitId,
} from './asked.js';
import type { Chance } from './chance.js';
import { definition } from './measurement.turns.js';

/** Enough for everything to be possible: units, people, KPIs, and goals on their way. */
export function founding(chance: Chance): Asked[] {
  return [
    put(ADMIN, '/calendar', { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' }),
    opens('0'),
    opens('1', '0'),
    opens('2', '0'),
    opens('3', '2'),
    joins('0'),
    joins('1', '0'),
    joins('2', '0'),
    defines('0', chance),
    defines('1', chance),
    ...plans('0'),
    ...plans('1'),
    ...plans('2').slice(0, 2),
    ...plans('3').slice(0, 1),
  ];
}

const opens = (number: string, parent?: string): Asked =>
  post(ADMIN, '/units', {
    number,
    name: `Unit ${number}`,
    kind: 'agency',
    parentId: parent && unitId(parent),
  });

const joins = (number: string, manager?: string): Asked =>
  post(ADMIN, '/people', {
    number,
    name: `Person ${number}`,
    unitId: unitId('1'),
    managerId: manager && personId(manager),
  });

const defines = (number: string, chance: Chance): Asked => {
  const plain = { unitId: unitId('2'), direction: 'increase', frequency: 'monthly', aggregation: 'last' };
  return post(CONTROLLER, '/kpis', { ...definition(chance), ...plain, number });
};

/** Drafted, proposed, accepted and begun. */
const plans = (number: string): Asked[] => [
  post(person('1'), '/goals', {
    number,
    kind: 'key result',
    title: `Goal ${number}`,
    personId: personId('1'),
    measure: { kpiId: kpiId('0'), baseline: '0', target: '10', direction: 'increase' },
    parents: number === '0' ? [] : [{ parentId: goalId('0') }],
  }),
  post(person('1'), `/goals/${goalId(number)}/proposal`),
  post(person('0'), `/goals/${goalId(number)}/acceptance`, { termsRevision: 1 }),
  post(person('1'), `/goals/${goalId(number)}/activation`),
];
