import { decision } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides, needsAReason } from '../testing/goal-verb.js';
import {
  adasGoal,
  bolder,
  decimal,
  earlier,
  frozenYear,
  goalId,
  id,
  manager,
  now,
  owner,
  peopleAdmin,
  roadsGoal,
  standing,
  terms,
  thawed,
} from '../testing/goals.examples.js';
import { decideChange } from './change-goal.decide.js';
import { goals } from './goal.state.js';
import {
  activateGoal,
  cancelGoal,
  completeGoal,
  pauseGoal,
  postponeGoal,
  reopenGoal,
  resumeGoal,
  type RunGoalFacts,
} from './run-goal.decide.js';

const { activated, paused, resumed, postponed, completed, cancelled, reopened, past } = adasGoal;
const step: RunGoalFacts = { goalId, standing: owner, reason: 'the winter was hard', from: now };
const byManager = { ...step, standing: manager };

describe('Activate a goal', () => {
  const { given } = decision(goals, activateGoal);

  it('starts it, from when it is said to have started', () => {
    given(...past.agreed)
      .when(step)
      .gives(activated);
    given(...past.agreed)
      .when({ ...step, from: earlier })
      .gives({ ...activated, effectiveAt: earlier });
  });

  it('needs no reason', () =>
    given(...past.agreed)
      .when({ ...step, reason: undefined })
      .gives(activated));

  holdsInItsPhasesAndForItsSides(activateGoal, {
    phases: ['agreed'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: step,
  });
});

describe('Pause a goal', () => {
  it('interrupts it', () =>
    decision(goals, pauseGoal)
      .given(...past.active)
      .when(step)
      .gives(paused));

  needsAReason(pauseGoal, past.active, step);
  holdsInItsPhasesAndForItsSides(pauseGoal, {
    phases: ['active'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: step,
  });
});

describe('Resume a goal', () => {
  const { given } = decision(goals, resumeGoal);

  it('goes on with it, and needs no reason', () =>
    given(...past.paused)
      .when({ ...step, reason: undefined })
      .gives(resumed));

  it('refuses one that was resumed already', () =>
    given(...past.paused, resumed)
      .when(step)
      .refuses('goal-phase'));

  holdsInItsPhasesAndForItsSides(resumeGoal, {
    phases: ['paused'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: step,
  });
});

describe('Postpone a goal', () => {
  const { given } = decision(goals, postponeGoal);
  const asked = { ...byManager, successorId: id('streets-2027'), successorKnown: true };

  it('ends it and names the goal that takes its place', () =>
    given(...past.active)
      .when(asked)
      .gives(postponed('streets-2027')));

  it('refuses a goal that does not exist to take its place, or itself', () => {
    given(...past.active)
      .when({ ...asked, successorKnown: false })
      .refuses('successor-unknown');
    given(...past.active)
      .when({ ...asked, successorId: goalId })
      .refuses('successor-unknown');
  });

  needsAReason(postponeGoal, past.active, asked);
  holdsInItsPhasesAndForItsSides(postponeGoal, {
    phases: ['active', 'paused'],
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked,
  });
});

describe('Complete a goal', () => {
  const { given } = decision(goals, completeGoal);
  const asked = { ...step, result: 'partly' as const };
  const said = { finalValue: decimal('81'), note: 'a hard winter', lessons: 'start in autumn' };

  it('keeps the result, the final value, a note and the lessons', () =>
    given(...past.active)
      .when({ ...asked, ...said })
      .gives(completed('partly', said)));

  it.each(['achieved', 'partly', 'missed'] as const)('may say no more than that it was %s', (result) =>
    given(...past.active)
      .when({ ...asked, result, reason: undefined })
      .gives(completed(result)),
  );

  it('keeps no field that was sent besides', () =>
    given(...past.active)
      .when({ ...asked, rating: 5 } as typeof asked)
      .gives(completed('partly')));

  holdsInItsPhasesAndForItsSides(completeGoal, {
    phases: ['active', 'paused'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Cancel a goal', () => {
  const { given } = decision(goals, cancelGoal);

  it('rule 9: ends it from then on; what it was before stays', () =>
    given(...past.active)
      .when({ ...byManager, from: earlier })
      .gives({ ...cancelled, effectiveAt: earlier }));

  it('is a people admin’s too where the owner has left', () =>
    given(...past.active)
      .when({ ...step, standing: standing('unknown', 'people-admin') })
      .gives(cancelled));

  it('is not for the head of a unit on its own goal, though they be an executive', () =>
    given(...roadsGoal.past.active)
      .when({ ...step, standing: standing('owner', 'executive') })
      .refuses('manager-only'));

  needsAReason(cancelGoal, past.active, byManager);
  holdsInItsPhasesAndForItsSides(cancelGoal, {
    phases: ['agreed', 'active', 'paused'],
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked: byManager,
  });
});

describe('Reopen a goal', () => {
  const { given } = decision(goals, reopenGoal);
  const asked = { ...byManager, ...thawed };

  it('makes it active again', () => {
    given(...past.completed)
      .when(asked)
      .gives(reopened);
    decision(goals, completeGoal)
      .given(...past.completed, reopened)
      .when({ ...step, result: 'missed' })
      .gives(completed('missed'));
  });

  it('leaves a change pending that was pending before', () =>
    decision(goals, decideChange)
      .given(...past.active, adasGoal.changeRequested('owner', 2, bolder), completed('achieved'), reopened)
      .when({ ...asked, approve: true })
      .gives(adasGoal.revised(2, bolder)));

  describe('once its last day is frozen', () => {
    it('is for a people admin alone', () => {
      const late = { ...asked, ...frozenYear('2026') };
      given(...past.completed)
        .when(late)
        .refuses('period-frozen');
      given(...past.completed)
        .when({ ...late, standing: peopleAdmin })
        .gives(reopened);
    });

    it('goes by the day of completion where the terms name none', () => {
      const { start: _, end: __, ...undated } = terms();
      const events = [...past.active, adasGoal.revised(2, undated), completed('achieved')];
      given(...events)
        .when({ ...asked, ...frozenYear('2026') })
        .refuses('period-frozen');
      given(...events)
        .when({ ...asked, ...frozenYear('2025') })
        .gives(reopened);
    });
  });

  needsAReason(reopenGoal, past.completed, asked);
  holdsInItsPhasesAndForItsSides(reopenGoal, {
    phases: ['completed'],
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked,
  });
});
