import { type Decide, Rejection } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import type { GoalEvent, Party } from '../goals/goal.events.js';
import type { Standing } from '../goals/goal-party.state.js';
import { type Goal, type GoalPhase, goals } from '../goals/goal.state.js';
import { adasGoal, type GoalExample, roadsGoal, standing } from './goals.examples.js';

interface Asker {
  readonly who: string;
  readonly standing: Standing;
  /** For which side of a person's goal, and of a unit's, they speak. */
  readonly persons?: Party;
  readonly units?: Party;
  readonly admin?: true;
}

/** Field study, section 4, "Who". */
const ASKERS: readonly Asker[] = [
  { who: 'the owner', standing: standing('owner'), persons: 'owner', units: 'owner' },
  { who: 'the manager', standing: standing('manager'), persons: 'manager', units: 'manager' },
  { who: 'the manager’s manager', standing: standing('managers-manager') },
  { who: 'a colleague', standing: standing('none') },
  { who: 'an executive', standing: standing('none', 'executive'), units: 'manager' },
  { who: 'a controller', standing: standing('none', 'controller'), units: 'owner' },
  { who: 'a people admin', standing: standing('none', 'people-admin'), admin: true },
  { who: 'whoever has any other role', standing: standing('none', 'auditor', 'manager', 'owner') },
];

const PHASES: readonly Exclude<GoalPhase, 'none'>[] = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'paused',
  'postponed',
  'completed',
  'cancelled',
  'discarded',
  'archived',
];

export interface VerbRules<Facts> {
  /** Of the lifecycle; in all others the verb is refused. */
  readonly phases: readonly GoalPhase[];
  readonly sides: readonly Party[];
  readonly admin: boolean;
  /** Code of the refusal to whoever may not. */
  readonly otherwise: string;
  /** What is asked, all of it right. */
  readonly asked: Facts;
  /** What must have happened besides. */
  readonly after?: (goal: GoalExample) => readonly GoalEvent[];
}

type Asked = { readonly standing: Standing };

/** What holds of every verb on a goal: in which phases of its life, and who may. */
export function holdsInItsPhasesAndForItsSides<Facts extends Asked>(
  decide: Decide<Facts, Goal, GoalEvent>,
  { phases, sides, admin, otherwise, asked, after = () => [] }: VerbRules<Facts>,
): void {
  const refusal = (goal: GoalExample, phase: GoalPhase, by: Standing): string | undefined => {
    const past = [...goal.past[phase], ...(phase === 'none' ? [] : after(goal))];
    const state = past.reduce((known, event) => goals.evolve(known, event), goals.initial);
    const outcome = decide({ ...asked, standing: by }, state);
    return outcome instanceof Rejection ? outcome.code : undefined;
  };
  const may = (asker: Asker, side: Party | undefined) =>
    (side !== undefined && sides.includes(side)) || (admin && asker.admin === true);
  const one = ASKERS.find((asker) => may(asker, asker.persons))!.standing;

  it.each(phases)('is for a goal that is %s', (phase) =>
    expect(refusal(adasGoal, phase, one)).toBe(undefined),
  );
  it.each(PHASES.filter((phase) => !phases.includes(phase)))('refuses a goal that is %s', (phase) =>
    expect(refusal(adasGoal, phase, one)).toBe('goal-phase'),
  );
  it('refuses a goal that does not exist', () => expect(refusal(adasGoal, 'none', one)).toBe('goal-unknown'));

  describe.each([
    { whose: 'a person’s', goal: adasGoal, sideOf: ({ persons }: Asker) => persons },
    { whose: 'a unit’s', goal: roadsGoal, sideOf: ({ units }: Asker) => units },
  ])('on $whose goal', ({ goal, sideOf }) => {
    it.each(ASKERS.filter((asker) => may(asker, sideOf(asker))))('is for $who', (asker) =>
      expect(refusal(goal, phases[0]!, asker.standing)).toBe(undefined),
    );
    it.each(ASKERS.filter((asker) => !may(asker, sideOf(asker))))('is not for $who', (asker) =>
      expect(refusal(goal, phases[0]!, asker.standing)).toBe(otherwise),
    );
  });
}

/** Nobody ends, interrupts or sets aside what was agreed without a word why. */
export function needsAReason<Facts extends Asked & { readonly reason?: string }>(
  decide: Decide<Facts, Goal, GoalEvent>,
  events: readonly GoalEvent[],
  asked: Facts,
): void {
  it.each([undefined, '', ' \n'])('refuses %j for a reason', (reason) =>
    decision(goals, decide)
      .given(...events)
      .when({ ...asked, reason })
      .refuses('reason-required'),
  );
}

export const EITHER_SIDE: readonly Party[] = ['owner', 'manager'];
