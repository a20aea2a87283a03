import { acknowledgeCompletionCommand, archiveGoalCommand, completeGoalCommand } from '@pm/planning';
import { type Act, by, goalId, later, morningOf } from '../acting.js';
import type { DemoGoal } from '../data/goals.js';
import { valueOf } from '../data/kpis.js';
import { LESSONS } from '../data/reasons.js';
import { drawn, picked } from '../drawn.js';
import { isCancelled, type PersonalGoal } from './goal-life.js';

const COMPLETED = '2026-01-12';
const ARCHIVED = '2026-03-16';

/** The last reports of 2025, by their place. */
const LAST = { weekly: 64, monthly: 14 } as const;

/** In January everyone says how their goals came out, the manager's side has seen it, and in March they leave the lists. */
export function endOfYear(team: DemoGoal, people: readonly PersonalGoal[]): Act[] {
  return [
    ...people.flatMap((goal) => (isCancelled(goal) ? [] : ended(goal))),
    ...ended(team),
    ...[...people, team].map((goal) => archived(goal)),
  ];
}

function ended(goal: DemoGoal): Act[] {
  const { number, proposer, accepter } = goal;
  const id = goalId(number);
  const finalValue = goal.kpi && valueOf(goal.kpi, LAST[goal.kpi.frequency as keyof typeof LAST]);
  const result = resultOf(goal, finalValue);
  const input = { result, finalValue, lessons: picked(LESSONS[result], number, 'lesson') };
  const day = later(COMPLETED, Math.floor(drawn(number, 'completed') * 12));
  return [
    { at: morningOf(day), command: completeGoalCommand.of({ goalId: id, input }, by(proposer)) },
    {
      at: morningOf(later(day, 7)),
      command: acknowledgeCompletionCommand.of({ goalId: id }, by(accepter)),
    },
  ];
}

/** As whoever reads the figures would say; a team, whose goal has none of its own, says that it got on. */
function resultOf({ from, to, counter }: DemoGoal, value: string | undefined): keyof typeof LESSONS {
  if (value === undefined) return 'partly';
  const [start, end, aim] = [from, value, counter ?? to].map(Number) as [number, number, number];
  const share = (end - start) / (aim - start);
  if (share >= 1) return 'achieved';
  return share > 0 ? 'partly' : 'missed';
}

function archived({ number }: DemoGoal): Act {
  const reason = 'The year is over.';
  const request = { goalId: goalId(number), input: { reason } };
  return { at: morningOf(ARCHIVED), command: archiveGoalCommand.of(request, by('hanna', reason)) };
}
