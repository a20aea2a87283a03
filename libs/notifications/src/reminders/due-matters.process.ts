import type { GoalId, LocalDate } from '@pm/kernel';
import type { Matter } from '../inbox/inbox.events.js';
import { addWorkingDays, isWorkingDay, workingDayFrom, type WorkingTime } from './working-days.state.js';

/** So many working days before its last one a goal is said to end. */
const ENDING_WORKING_DAYS = 5;
/** So many after the one on which a check-in was missed its manager is told. */
const ESCALATION_WORKING_DAYS = 2;

export type Side = 'owner' | 'manager';
const SIDES: readonly Side[] = ['owner', 'manager'];

/** A goal as far as somebody has to be told of it. */
export interface GoalAtHand {
  readonly goalId: GoalId;
  readonly phase: string;
  readonly termsRevision: number;
  /** Who accepted the terms that are proposed. */
  readonly accepted: readonly Side[];
  readonly requested?: { readonly by: Side; readonly termsRevision: number };
  /** Its last day. */
  readonly end?: LocalDate;
  /** The first day on which a value of its measure is missed; absent where none is. */
  readonly missedFrom?: LocalDate;
}

/** A matter, and the side that is to know of it. */
export interface DueMatter extends Matter {
  readonly to: Side;
}

/** All that somebody has to know of a goal on a day; what depends on the day waits for a working one. */
export const dueMatters = (goal: GoalAtHand, today: LocalDate, time: WorkingTime): readonly DueMatter[] => [
  ...toAnswer(goal),
  ...(isWorkingDay(today, time) ? [...ending(goal, today, time), ...missed(goal, today, time)] : []),
];

const RUNNING = ['agreed', 'active', 'paused'];

function toAnswer({ goalId, phase, termsRevision, accepted, requested }: GoalAtHand): DueMatter[] {
  if (phase === 'proposed') {
    return SIDES.filter((side) => !accepted.includes(side)).map((to) => ({
      kind: 'proposal-to-answer',
      goalId,
      termsRevision,
      to,
    }));
  }
  if (!requested || !RUNNING.includes(phase)) return [];
  const to = requested.by === 'owner' ? 'manager' : 'owner';
  return [{ kind: 'change-to-answer', goalId, termsRevision: requested.termsRevision, to }];
}

function ending({ goalId, phase, end }: GoalAtHand, today: LocalDate, time: WorkingTime): DueMatter[] {
  if (end === undefined || !RUNNING.includes(phase) || today > end) return [];
  if (today < addWorkingDays(end, -ENDING_WORKING_DAYS, time)) return [];
  return [{ kind: 'goal-ending', goalId, day: end, to: 'owner' }];
}

/** Values after the last day are not missed. */
function missed(goal: GoalAtHand, today: LocalDate, time: WorkingTime): DueMatter[] {
  const { goalId, phase, end, missedFrom: day } = goal;
  if (day === undefined || phase !== 'active' || today < day) return [];
  if (end !== undefined && day > end) return [];
  const escalates = addWorkingDays(workingDayFrom(day, time), ESCALATION_WORKING_DAYS, time);
  return [
    { kind: 'check-in-missed', goalId, day, to: 'owner' },
    ...(today >= escalates ? ([{ kind: 'check-in-escalated', goalId, day, to: 'manager' }] as const) : []),
  ];
}
