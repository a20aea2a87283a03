import type { Opened } from '@pm/eventing';
import type { GoalRow, TreeRequest } from '@pm/insights';
import { boolean, type Column, decimal, integer, text } from '../table.js';

/** Which goals; those of the whole tree that are not archived where nothing is said. */
export interface GoalsWanted extends Pick<TreeRequest, 'unitId' | 'under' | 'archived'> {
  readonly phase?: string;
  readonly status?: string;
}

/** Those wanted, by id. */
export const wantedGoals = (goals: readonly GoalRow[], { phase, status }: GoalsWanted): GoalRow[] =>
  goals
    .filter((goal) => (!phase || goal.phase === phase) && (!status || goal.status === status))
    .sort((a, b) => (a.goalId < b.goalId ? -1 : 1));

/** A goal a line, as lists show it at that moment. */
export const GOAL_COLUMNS: readonly Column<Opened<GoalRow>>[] = [
  text('goal_id', ({ goalId }) => goalId),
  text('number', ({ number }) => number),
  text('title', ({ title }) => title),
  text('kind', ({ kind }) => kind),
  text('owner_person_id', ({ owner }) => owner.personId),
  text('owner_unit_id', ({ owner }) => owner.unitId),
  text('phase', ({ phase }) => phase),
  text('start_date', ({ start }) => start),
  text('end_date', ({ end }) => end),
  text('parent_ids', ({ parents }) => parents.map(({ parentId }) => parentId).join(' ') || undefined),
  text('roll_up', ({ rollUp }) => rollUp),
  decimal('progress', ({ progress }) => progress),
  text('progress_from', ({ progressFrom }) => progressFrom),
  text('rule', ({ rule }) => rule),
  text('override_until', ({ override }) => override?.until),
  decimal('override_computed', ({ override }) => override?.computed),
  decimal('coverage', ({ coverage }) => coverage),
  decimal('expected', ({ expected }) => expected),
  text('status', ({ status }) => status),
  text('policy', ({ policy }) => policy),
  text('no_progress_reason', ({ reason }) => reason),
  text('kpi_id', ({ measure }) => measure?.kpiId),
  text('direction', ({ measure }) => measure?.direction),
  decimal('baseline', ({ measure }) => measure?.baseline),
  decimal('target', ({ measure }) => measure?.target),
  decimal('upper', ({ measure }) => measure?.upper),
  decimal('commit', ({ measure }) => measure?.commit),
  decimal('stretch', ({ measure }) => measure?.stretch),
  decimal('value', ({ measure }) => measure?.value),
  text('value_period', ({ measure }) => measure?.period),
  text('measured_at', ({ measure }) => measure?.measuredAt),
  boolean('met', ({ measure }) => measure?.met),
  text('zone', ({ measure }) => measure?.zone),
  text('result', ({ result }) => result?.result),
  decimal('final_value', ({ result }) => result?.finalValue),
  boolean('acknowledged', ({ result }) => result?.acknowledged),
  boolean('archived', ({ archived }) => archived),
  boolean('imported', ({ imported }) => imported),
  integer('terms_revision', ({ termsRevision }) => termsRevision),
];
