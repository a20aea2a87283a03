import {
  cancelGoalCommand,
  decideChangeCommand,
  pauseGoalCommand,
  requestChangeCommand,
  resumeGoalCommand,
  withdrawChangeCommand,
} from '@pm/planning';
import { type Act, by, goalId, later, morningOf } from '../acting.js';
import type { DemoGoal } from '../data/goals.js';
import { leadOf } from '../data/people.js';
import { CANCELLATIONS, CHANGES, PAUSES, REJECTIONS } from '../data/reasons.js';
import { drawn, picked } from '../drawn.js';
import { termsOf } from './agreement.js';

/** A goal of somebody in a team. */
export interface PersonalGoal extends DemoGoal {
  readonly person: string;
  readonly team: string;
}

/** What happens to a goal between its agreement and the end of its year: to most of them nothing. */
export function lifeOf(goal: PersonalGoal): Act[] {
  const fate = drawn(goal.number, 'fate');
  const day = later(goal.start, 60 + Math.floor(drawn(goal.number, 'when') * 90));
  if (fate < 0.12) return change(goal, day);
  if (fate < 0.17) return pause(goal, day);
  return isCancelled(goal) ? [cancellation(goal, day)] : [];
}

export const isCancelled = ({ number }: DemoGoal): boolean => {
  const fate = drawn(number, 'fate');
  return fate >= 0.17 && fate < 0.21;
};

/** Asked for by the one whose goal it is: approved, rejected, or taken back. */
function change(goal: PersonalGoal, day: string): Act[] {
  const { number, person, team, from, counter } = goal;
  const id = goalId(number);
  const reason = picked(CHANGES, number);
  const to = ((Number(from) + Number(counter ?? goal.to)) / 2).toFixed(1);
  const input = { ...termsOf({ ...goal, to }), reason };
  const answeredOn = later(day, 6);
  const decide = (approve: boolean, why: string) =>
    decideChangeCommand.of(
      { goalId: id, input: { reason: why }, approve },
      by(leadOf(team, answeredOn), why),
    );
  const answers = [
    () => decide(true, 'Agreed: as we talked it through on Monday.'),
    () => decide(false, picked(REJECTIONS, number)),
    () => withdrawChangeCommand.of({ goalId: id }, by(person)),
  ];
  return [
    { at: morningOf(day), command: requestChangeCommand.of({ goalId: id, input }, by(person, reason)) },
    { at: morningOf(answeredOn), command: picked(answers, number, 'answer')() },
  ];
}

function pause({ number, person }: PersonalGoal, day: string): Act[] {
  const reason = picked(PAUSES, number);
  const pausing = { goalId: goalId(number), input: { reason } };
  const resuming = { goalId: goalId(number), input: {} };
  return [
    { at: morningOf(day), command: pauseGoalCommand.of(pausing, by(person, reason)) },
    { at: morningOf(later(day, 100)), command: resumeGoalCommand.of(resuming, by(person)) },
  ];
}

function cancellation({ number, team }: PersonalGoal, day: string): Act {
  const reason = picked(CANCELLATIONS, number);
  const request = { goalId: goalId(number), input: { reason } };
  return { at: morningOf(day), command: cancelGoalCommand.of(request, by(leadOf(team, day), reason)) };
}
