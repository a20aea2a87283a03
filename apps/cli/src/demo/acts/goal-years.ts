import { type Act, independent, later } from '../acting.js';
import type { DemoGoal } from '../data/goals.js';
import { type DemoKpi, valueOf } from '../data/kpis.js';
import { headOf, leadOf, memberOf } from '../data/people.js';
import { figuresOf } from '../data/team-kpis.js';
import { type Team, TEAMS } from '../data/units.js';
import { drawn, picked } from '../drawn.js';
import type { Scale } from '../scale.js';
import { agreement } from './agreement.js';
import { endOfYear } from './goal-end.js';
import { lifeOf, type PersonalGoal } from './goal-life.js';

/** A year of goals: when the teams agree on theirs, then their people, and which reports tell where they start. */
interface GoalYear {
  readonly year: string;
  readonly teams: string;
  readonly people: string;
  readonly first: { readonly weekly: number; readonly monthly: number };
}

const YEARS: readonly GoalYear[] = [
  { year: '2025', teams: '2025-01-08', people: '2025-01-13', first: { weekly: 13, monthly: 2 } },
  { year: '2026', teams: '2025-12-08', people: '2025-12-15', first: { weekly: 61, monthly: 13 } },
];

/** Above the goals of a department's teams. Care has a goal of its own since March 2026. */
const ABOVE: Readonly<Record<string, string>> = {
  CARE: 'safe',
  EDU: 'learn',
  STREET: 'streets',
  BUILD: 'build',
  CULTURE: 'leisure',
};

export const teamGoal = (team: string, year: string): string => `${team.toLowerCase()}-${year}`;

/** Every year the teams' goals and those of their people: agreed, lived with, and ended where the year is over. */
export function goalYears(scale: Scale): Act[] {
  return YEARS.flatMap((year) =>
    TEAMS.flatMap((team, place) => {
      const own = ofTeam(team, year);
      const people = scale.routine ? goalsOfPeople(team, scale.membersOf(team, place), year) : [];
      return [
        ...agreement(own),
        ...independent(people.flatMap((goal) => [...agreement(goal), ...lifeOf(goal)])),
        ...(year.year === '2025' ? independent(endOfYear(own, people)) : []),
      ];
    }),
  );
}

function ofTeam({ number, name, department }: Team, { year, teams }: GoalYear): DemoGoal {
  return {
    number: teamGoal(number, year),
    title: `${name}: better than the year before`,
    unit: number,
    parent: ABOVE[department],
    agreed: teams,
    proposer: leadOf(number, teams),
    accepter: headOf(department),
    ...daysOf(year),
  };
}

/** One each, and a second one for two of three. */
function goalsOfPeople(team: Team, members: number, year: GoalYear): PersonalGoal[] {
  return Array.from({ length: members }, (_, index) => memberOf(team.number, index + 2)).flatMap((person) => {
    const figures = figuresOf(team);
    const first = Math.floor(drawn(person, year.year) * figures.length);
    const count = drawn(person, year.year, 'second') < 0.67 ? 2 : 1;
    return Array.from({ length: count }, (_, nth) => {
      const kpi = figures[(first + nth) % figures.length]!;
      return ofPerson(person, team, kpi, year);
    });
  });
}

function ofPerson(person: string, team: Team, kpi: DemoKpi, { year, people, first }: GoalYear): PersonalGoal {
  const number = `${person}-${kpi.number.split('-')[1]}-${year}`;
  const from = valueOf(kpi, first[kpi.frequency as 'weekly' | 'monthly']);
  const way = Number(from) * (0.04 + drawn(number, 'way') / 12) * (kpi.direction === 'increase' ? 1 : -1);
  const aim = (share: number) => (Number(from) + share * way).toFixed(1);
  const agreed = later(people, Math.floor(drawn(number, 'day') * 10));
  return {
    number,
    title: kpi.name,
    person,
    team: team.number,
    parent: teamGoal(team.number, year),
    weight: picked(['1', '1', '2'], number, 'weight'),
    agreed,
    pace: 2,
    proposer: person,
    accepter: leadOf(team.number, agreed),
    kpi,
    from,
    to: aim(1),
    counter: drawn(number, 'counter') < 0.15 ? aim(1.5) : undefined,
    ...daysOf(year),
  };
}

const daysOf = (year: string) => ({ start: `${year}-01-01`, end: `${year}-12-31` });
