import type { Role } from '@pm/access';
import type { Scale } from '../scale.js';
import { ORGANISATION, TEAMS } from './units.js';

export interface DemoPerson {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly manager?: string;
  /** Whether they stand for their unit. */
  readonly heads?: true;
}

/** Those who are known by name; those who lead first. */
const NAMED: readonly DemoPerson[] = [
  { number: 'lea', name: 'Lea Holm', unit: ORGANISATION.number, heads: true },
  { number: 'karin', name: 'Karin Falk', unit: ORGANISATION.number, manager: 'lea' },
  { number: 'hanna', name: 'Hanna Roos', unit: ORGANISATION.number, manager: 'lea' },
  { number: 'mona', name: 'Mona Sjöberg', unit: 'CARE', manager: 'lea', heads: true },
  { number: 'per', name: 'Per Lund', unit: 'EDU', manager: 'lea', heads: true },
  { number: 'nils', name: 'Nils Ekman', unit: 'STREET', manager: 'lea', heads: true },
  { number: 'bea', name: 'Bea Kvist', unit: 'BUILD', manager: 'lea', heads: true },
  { number: 'cleo', name: 'Cleo Amsel', unit: 'CULTURE', manager: 'lea', heads: true },
  { number: 'ines', name: 'Ines Duarte', unit: 'STREET', manager: 'nils' },
  { number: 'tor', name: 'Tor Vik', unit: 'CARE', manager: 'mona' },
];

/** What the tokens of some let them do; the leads of teams are managers, all others employees. */
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  council: ['executive'],
  counters: ['machine'],
  lea: ['executive', 'manager'],
  karin: ['controller'],
  hanna: ['people-admin'],
  ...Object.fromEntries(
    ['mona', 'per', 'nils', 'bea', 'cleo'].map((head) => [head, ['executive', 'manager']]),
  ),
  tor: ['employee', 'manager'],
};

const words = (text: string): string[] => text.trim().split(/\s+/);

const FIRST = words(`
  Aino Bo Carla Dag Elin Faris Greta Hugo Ida Jonas Kaja Lars Mira Noor Olof Pia Rasmus Selma Tove Ulf Vera Yusuf Zoe
`);
const LAST = words(`
  Ahl Berg Cruz Dahl Eklund Forss Gran Hedin Isaksson Jansson Khan Lind Moe Nyberg Osei Palm Quist Rask Sand Thorn Uhlin
  Vinge Wall Yilmaz Ziegler Aro Brandt Costa Demir
`);

export const headOf = (department: string): string =>
  NAMED.find(({ unit, heads }) => unit === department && heads)!.number;

/** Number of somebody in a team. @param place 1 of its lead */
export const memberOf = (team: string, place: number): string => `${team.toLowerCase()}-${place}`;

/** Since when School health is led by somebody else than before. */
export const NEW_LEAD = { team: 'HEALTH', from: '2026-04-01', number: 'tor' } as const;

/** Number of whoever leads a team on a day. */
export const leadOf = (team: string, day: string): string =>
  team === NEW_LEAD.team && day >= NEW_LEAD.from ? NEW_LEAD.number : memberOf(team, 1);

/** Number of whoever reports for a department or a team on a day. */
export const reporterOf = (unit: string, day: string): string =>
  TEAMS.some(({ number }) => number === unit) ? leadOf(unit, day) : headOf(unit);

export const rolesOf = (person: string): readonly Role[] =>
  ROLES[person] ?? (person.endsWith('-1') ? ['manager'] : ['employee']);

/** Everyone, those who lead first. */
export function everyone({ membersOf }: Scale): DemoPerson[] {
  const inTeams = TEAMS.flatMap((team, place) =>
    Array.from({ length: 1 + membersOf(team, place) }, (_, index): Omit<DemoPerson, 'name'> => {
      const unit = team.number;
      const number = memberOf(unit, index + 1);
      if (index === 0) return { number, unit, manager: headOf(team.department), heads: true };
      return { number, unit, manager: memberOf(unit, 1) };
    }),
  );
  return [...NAMED, ...inTeams.map((person, index) => ({ ...person, name: nameOf(index) }))];
}

/** No two alike: the lengths of the lists, 23 and 29, have no divisor in common. */
const nameOf = (index: number): string => `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`;
