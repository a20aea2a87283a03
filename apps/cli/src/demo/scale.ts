import type { Team } from './data/units.js';

/** How much of Lakeside lives: its stories always do. */
export interface Scale {
  /** Besides its lead. @param place of the team in the list, from 0 */
  readonly membersOf: (team: Team, place: number) => number;
  /** Whether the teams keep figures of their own, and their people have goals by them. */
  readonly routine: boolean;
}

/** 200 people in 20 teams. */
export const FULL: Scale = { membersOf: (_, place) => (place % 2 === 0 ? 9 : 8), routine: true };

/** Enough for whoever looks at the stories alone. */
export const SMALL: Scale = { membersOf: () => 2, routine: false };
