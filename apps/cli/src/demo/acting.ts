import { type CommandContext, namedId, newId } from '@pm/eventing';
import type { Sent } from '@pm/eventing/commands';
import type { ActorId, GoalId, Instant, KpiId, LocalDate, PersonId, UnitId } from '@pm/kernel';
import { rolesOf } from './data/people.js';

/** What somebody does at a moment. */
export interface Act {
  readonly at: Instant;
  readonly command: Sent<object>;
  /** Whether it needs nothing of what others do at the same moment. */
  readonly independent?: true;
}

export const independent = (acts: readonly Act[]): Act[] =>
  acts.map((act) => ({ ...act, independent: true }));

export const unitId = (number: string): UnitId => namedId('unit', 'number', number) as UnitId;
export const kpiId = (number: string): KpiId => namedId('kpi', 'number', number) as KpiId;
export const goalId = (number: string): GoalId => namedId('goal', 'number', number) as GoalId;
export const personId = (number: string): PersonId => namedId('person', 'number', number) as PersonId;

/** @param person number of whoever acts, in the roles that their token names */
export function by(person: string, reason?: string): CommandContext {
  return {
    actor: personId(person) as string as ActorId,
    commandId: newId(),
    repeatable: false,
    correlationId: newId(),
    roles: rolesOf(person),
    reason,
  };
}

/** A day as text: so many days later, or earlier where negative. */
export function later(day: string, days: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as LocalDate;
}

/** In the morning of a day, when most things are done. */
export const morningOf = (day: string): Instant => `${day}T08:00:00.000Z` as Instant;

/** The fifth of the next month, when the monthly report is due. @param month such as 2026-01 */
export const reportDay = (month: string): LocalDate => later(`${later(`${month}-28`, 4).slice(0, 7)}-01`, 4);
