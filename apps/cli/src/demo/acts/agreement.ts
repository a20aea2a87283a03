import {
  acceptGoalCommand,
  activateGoalCommand,
  counterProposeGoalCommand,
  draftGoalCommand,
  placeGoalCommand,
  proposeGoalCommand,
  type TermsInput,
} from '@pm/planning';
import { type Act, by, goalId, kpiId, later, morningOf, personId, unitId } from '../acting.js';
import type { DemoGoal } from '../data/goals.js';

/** Drafted and proposed by the one side, accepted by the other, maybe after other terms were proposed; begun. */
export function agreement(goal: DemoGoal): Act[] {
  const { number, agreed, pace = 0, proposer, accepter, counter } = goal;
  const id = goalId(number);
  const other = termsOf({ ...goal, to: counter });
  const accept = (termsRevision: number, who: string) =>
    acceptGoalCommand.of({ goalId: id, input: { termsRevision } }, by(who));
  const commands = [
    draftGoalCommand.of({ goalId: id, input: draftOf(goal) }, by(proposer)),
    proposeGoalCommand.of({ goalId: id }, by(proposer)),
    ...(counter === undefined
      ? [accept(1, accepter)]
      : [counterProposeGoalCommand.of({ goalId: id, input: other }, by(accepter)), accept(2, proposer)]),
    activateGoalCommand.of({ goalId: id, input: {} }, by(proposer)),
  ];
  return commands.map((command, step) => ({ at: morningOf(later(agreed, step * pace)), command }));
}

function draftOf(goal: DemoGoal) {
  const { number, person, unit, parent, weight = '1' } = goal;
  return {
    ...termsOf(goal),
    number,
    kind: person ? 'key result' : 'objective',
    personId: person && personId(person),
    unitId: unit && unitId(unit),
    parents: parent ? [{ parentId: goalId(parent), contributes: true, weight }] : [],
  };
}

/** Put below another goal than before. */
export function placed(goal: string, parent: string, why: Word): Act {
  const { day, who, reason, weight = '1' } = why;
  const parents = [{ parentId: goalId(parent), contributes: true, weight }];
  const request = { goalId: goalId(goal), input: { parents, reason } };
  return { at: morningOf(day), command: placeGoalCommand.of(request, by(who, reason)) };
}

interface Word {
  readonly day: string;
  readonly who: string;
  readonly reason: string;
  readonly weight?: string;
}

export function termsOf({ title, start, end, kpi, from, to }: DemoGoal): Pick<TermsInput, keyof TermsInput> {
  const measure = kpi && { kpiId: kpiId(kpi.number), baseline: from, target: to!, direction: kpi.direction };
  return { title, start, end, measure };
}
