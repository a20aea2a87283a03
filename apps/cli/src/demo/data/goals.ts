import { reportDay } from '../acting.js';
import { type DemoKpi, kpiNumbered } from './kpis.js';
import { headOf } from './people.js';

export interface DemoGoal {
  readonly number: string;
  readonly title: string;
  /** Whose it is: a person's or a unit's. */
  readonly person?: string;
  readonly unit?: string;
  readonly parent?: string;
  readonly weight?: string;
  /** Day on which it was drafted. */
  readonly agreed: string;
  /** Days between one step towards agreement and the next; all on one day where absent. */
  readonly pace?: number;
  readonly proposer: string;
  readonly accepter: string;
  readonly start: string;
  readonly end: string;
  readonly kpi?: DemoKpi;
  /** Value at the start. */
  readonly from?: string;
  readonly to?: string;
  /** What the other side wanted instead, and got. */
  readonly counter?: string;
}

const TERM = { start: '2025-01-01', end: '2026-12-31', agreed: reportDay('2024-12') };

const ofDepartment = (number: string, title: string, unit: string): DemoGoal => ({
  ...TERM,
  number,
  title,
  unit,
  parent: 'safe',
  proposer: headOf(unit),
  accepter: 'lea',
});

/** Those of the organisation, its departments and two of its people; parents first. */
export const GOALS: readonly DemoGoal[] = [
  {
    ...TERM,
    number: 'safe',
    title: 'A town that is safe at any age',
    unit: 'LAKE',
    proposer: 'lea',
    accepter: 'council',
  },
  ofDepartment('streets', 'Streets that carry everyone', 'STREET'),
  ofDepartment('learn', 'Schools that nobody leaves behind', 'EDU'),
  ofDepartment('build', 'Building fast, breathing well', 'BUILD'),
  ofDepartment('leisure', 'Something to do within a walk', 'CULTURE'),
  { ...ofDepartment('care', 'Care that families trust', 'CARE'), agreed: reportDay('2026-02') },
  {
    ...TERM,
    number: 'potholes',
    title: 'Mend potholes within five days',
    person: 'ines',
    parent: 'streets',
    weight: '3',
    proposer: 'ines',
    accepter: 'nils',
    kpi: kpiNumbered('potholes'),
    from: '70',
    to: '95',
  },
  {
    ...TERM,
    number: 'lamps',
    title: 'Light every street',
    person: 'light-1',
    parent: 'streets',
    weight: '3',
    proposer: 'light-1',
    accepter: 'nils',
    kpi: kpiNumbered('lamps'),
    from: '60',
    to: '40',
  },
  {
    ...TERM,
    number: 'falls',
    title: 'Fewer falls in our care homes',
    person: 'tor',
    parent: 'safe',
    proposer: 'mona',
    accepter: 'tor',
    kpi: kpiNumbered('falls'),
    from: '14',
    to: '8',
  },
  {
    ...TERM,
    number: 'dust',
    title: 'Air that children can breathe',
    person: 'watch-1',
    parent: 'build',
    agreed: '2026-04-01',
    start: '2026-04-01',
    proposer: 'watch-1',
    accepter: 'bea',
    kpi: kpiNumbered('dust'),
    from: '4',
    to: '2',
  },
  {
    ...TERM,
    number: 'permits',
    title: 'A permit within ten weeks',
    person: 'permit-1',
    parent: 'build',
    proposer: 'permit-1',
    accepter: 'bea',
    kpi: kpiNumbered('permits'),
    from: '75',
    to: '90',
  },
];
