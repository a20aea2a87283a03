import type { Role } from '@pm/access';
import { namedId } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import type { Chance } from './chance.js';

/** Whoever asks. */
export interface Who {
  readonly actor: string;
  readonly roles: readonly Role[];
}

/** What somebody asks of the server. */
export interface Asked {
  readonly who: Who;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  /** So that it may be sent again. */
  readonly key?: string;
  /** The goal whose revision they saw and send along. */
  readonly saw?: string;
}

/** The same, and what the clock says. */
export interface Timed extends Asked {
  readonly at: Instant;
}

/** Makes up something that might be asked; much of it is refused. */
export type Turn = (chance: Chance) => Asked;

/** Numbers of all that is ever named; most are there from the beginning, the last ones may come. */
export const UNITS = ['0', '1', '2', '3', '4'];
export const PEOPLE = ['0', '1', '2', '3'];
export const KPIS = ['0', '1', '2'];
export const GOALS = ['0', '1', '2', '3', '4'];

export const unitId = (number: string): string => namedId('unit', 'number', number);
export const personId = (number: string): string => namedId('person', 'number', number);
export const kpiId = (number: string): string => namedId('kpi', 'number', number);
export const goalId = (number: string): string => namedId('goal', 'number', number);

export const ADMIN: Who = { actor: 'ines', roles: ['people-admin'] };
export const CONTROLLER: Who = { actor: 'nils', roles: ['controller'] };
export const MACHINE: Who = { actor: 'meter', roles: ['machine'] };
export const person = (number: string): Who => ({ actor: personId(number), roles: [] });

export const post = (who: Who, path: string, body: object = {}): Asked => ({
  who,
  method: 'POST',
  path,
  body,
});
export const put = (who: Who, path: string, body: object): Asked => ({ who, method: 'PUT', path, body });

/** Days before, within and after the life that is led. */
export const DAYS = ['2024-11-30', '2025-01-02', '2025-02-28', '2025-06-15', '2026-03-01'];
export const NUMBERS = ['0', '1', '2.5', '10', '-3', '33.33', '99.999999999999', '100'];
export const REASONS = ['Rain for two weeks.', 'It was counted twice.', 'Ein Umzug: Süd → Nord', 'x'];
