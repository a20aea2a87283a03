import type { ReaderStanding } from '@pm/kernel';
import { type Role, ROLES } from '../permissions.js';
import {
  DEFAULT_GOAL_READING,
  type GoalRecord,
  seesEveryGoal,
  seesGoals,
  type Sight,
  sightOf,
} from './goal-reading.js';

/** How somebody stands to the one whose goal it is. */
const STANDINGS = {
  owner: { line: 'owner', isPartner: false },
  manager: { line: 'manager', isPartner: false },
  above: { line: 'above', isPartner: false },
  partner: { line: 'none', isPartner: true },
  stranger: { line: 'none', isPartner: false },
} as const satisfies Record<string, ReaderStanding>;
type Standing = keyof typeof STANDINGS;

const OPEN_PHASES = ['proposed', 'agreed', 'active', 'paused', 'postponed', 'completed', 'cancelled'];
const BETWEEN_TWO = ['draft', 'discarded'];

const ofPerson = (phase: string, visibility: GoalRecord['visibility']): GoalRecord => ({
  of: 'person',
  visibility,
  phase,
});
const ofUnit = (phase: string): GoalRecord => ({ of: 'unit', visibility: 'public', phase });

const sight = (
  role: Role | readonly Role[],
  standing: Standing | readonly Standing[],
  record: GoalRecord | readonly GoalRecord[],
  settings = DEFAULT_GOAL_READING,
): Sight =>
  sightOf(
    { roles: [role].flat(), standings: [standing].flat().map((each) => STANDINGS[each]) },
    [record].flat(),
    settings,
  );

/**
 * Who sees what, in full: a role's row and, where it stands so, its relation's. `full`, `meta`, `aggregate`, `place` or
 * `–` for a private goal, then for a draft.
 */
const PRIVATE: Readonly<Record<Role, Readonly<Record<Standing, string>>>> = {
  //              owner       manager     above       partner     stranger
  employee: row('full full', 'full full', 'full place', 'place place', 'place place'),
  manager: row('full full', 'full full', 'full place', 'place place', 'place place'),
  'hr-partner': row('full full', 'full full', 'full place', 'full full', 'place place'),
  'people-admin': row('full full', 'full full', 'full full', 'full full', 'full full'),
  controller: row('full full', 'full full', 'full place', 'aggregate place', 'aggregate place'),
  executive: row('full full', 'full full', 'full place', 'aggregate place', 'aggregate place'),
  auditor: row('full full', 'full full', 'full meta', 'meta meta', 'meta meta'),
  machine: row('– –', '– –', '– –', '– –', '– –'),
  'system-admin': row('– –', '– –', '– –', '– –', '– –'),
};

function row(...cells: [string, string, string, string, string]): Record<Standing, string> {
  const [owner, manager, above, partner, stranger] = cells;
  return { owner, manager, above, partner, stranger };
}

const named = (told: Sight): string => ({ placeholder: 'place', none: '–' })[told as string] ?? told;

describe.each(ROLES)('As %s', (role) => {
  const every = Object.keys(STANDINGS) as Standing[];

  it.each(every)('and %s one sees of a private goal, and of a draft, what the table says', (standing) => {
    const cell = PRIVATE[role][standing];
    for (const phase of OPEN_PHASES)
      for (const draft of BETWEEN_TWO)
        for (const visibility of ['public', 'private'] as const)
          expect(
            `${named(sight(role, standing, ofPerson(phase, 'private')))} ${named(sight(role, standing, ofPerson(draft, visibility)))}`,
          ).toBe(cell);
  });

  it.each(every)('and %s one sees all of a public goal and of a unit’s, or of none', (standing) => {
    const all = role === 'machine' || role === 'system-admin' ? 'none' : 'full';
    for (const phase of OPEN_PHASES) expect(sight(role, standing, ofPerson(phase, 'public'))).toBe(all);
    for (const phase of [...OPEN_PHASES, ...BETWEEN_TWO])
      expect(sight(role, standing, ofUnit(phase))).toBe(all);
  });
});

describe('What somebody sees of a goal', () => {
  const closed = ofPerson('active', 'private');

  it('is nothing without a role that reads goals, whoever they are', () => {
    expect(sight([], 'owner', ofPerson('active', 'public'))).toBe('none');
    expect(sight(['machine', 'system-admin'], 'owner', closed)).toBe('none');
  });

  it('is the most that one of their roles and relations gives', () => {
    expect(sight(['employee', 'auditor'], 'stranger', closed)).toBe('meta');
    expect(sight(['controller', 'auditor', 'hr-partner'], 'partner', closed)).toBe('full');
  });

  it('is for the line above the manager as the setting says, of private goals alone', () => {
    const settings = { lineReadsPrivate: false };
    expect(sight('employee', 'above', closed, settings)).toBe('placeholder');
    expect(sight('employee', 'manager', closed, settings)).toBe('full');
    expect(sight('employee', 'above', ofPerson('active', 'public'), settings)).toBe('full');
  });

  it('is by who stands to them now, and then where the read is of a moment', () => {
    expect(sight('employee', ['stranger', 'manager'], [closed, closed])).toBe('full');
    expect(sight('employee', ['manager', 'stranger'], [closed, closed])).toBe('full');
  });

  it('stays closed where it is closed now, or was then', () => {
    const open = ofPerson('active', 'public');
    expect(sight('employee', 'stranger', [open, closed])).toBe('placeholder');
    expect(sight('employee', 'stranger', [closed, open])).toBe('placeholder');
    expect(sight('auditor', 'above', [closed, ofPerson('draft', 'public')])).toBe('meta');
  });
});

describe('Roles by themselves', () => {
  it('show everything to people admins, and to nobody else', () =>
    expect(ROLES.filter((role) => seesEveryGoal([role]))).toEqual(['people-admin']));

  it('show nothing to machines and system admins', () =>
    expect(ROLES.filter((role) => !seesGoals([role]))).toEqual(['machine', 'system-admin']));
});
