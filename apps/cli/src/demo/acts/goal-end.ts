import { acknowledgeCompletionCommand, archiveGoalCommand, completeGoalCommand } from '@pm/planning';
import { type Act, by, goalId, later, morningOf } from '../acting.js';
import type { DemoGoal } from '../data/goals.js';
import { LESSONS } from '../data/reasons.js';
import { drawn, picked } from '../drawn.js';
import { isCancelled, type PersonalGoal } from './goal-life.js';

const COMPLETED = '2026-01-12';
const ARCHIVED = '2026-03-16';

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
  const result = picked(['achieved', 'partly', 'missed'] as const, number, 'result');
  const input = { result, lessons: picked(LESSONS[result], number, 'lesson') };
  const day = later(COMPLETED, Math.floor(drawn(number, 'completed') * 12));
  return [
    { at: morningOf(day), command: completeGoalCommand.of({ goalId: id, input }, by(proposer)) },
    {
      at: morningOf(later(day, 7)),
      command: acknowledgeCompletionCommand.of({ goalId: id }, by(accepter)),
    },
  ];
}

function archived({ number }: DemoGoal): Act {
  const reason = 'The year is over.';
  const request = { goalId: goalId(number), input: { reason } };
  return { at: morningOf(ARCHIVED), command: archiveGoalCommand.of(request, by('hanna', reason)) };
}
