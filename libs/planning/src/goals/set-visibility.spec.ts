import { decision } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides, needsAReason } from '../testing/goal-verb.js';
import {
  adasGoal,
  goalId,
  grace,
  manager,
  nobody,
  now,
  owner,
  roads,
  roadsGoal,
} from '../testing/goals.examples.js';
import { handOverGoal } from './change-goal.decide.js';
import { goals } from './goal.state.js';
import { resumeGoal } from './run-goal.decide.js';
import { setVisibility } from './set-visibility.decide.js';

const { past, drafted, handedOver, visibilitySet } = adasGoal;
const asked = { goalId, standing: owner, visibility: 'private' as const, reason: 'It is about her health.' };

describe('Set who may read a goal', () => {
  const { given } = decision(goals, setVisibility);

  it('closes a person’s goal, and opens it again', () => {
    given(...past.active)
      .when(asked)
      .gives(visibilitySet('private'));
    given(...past.active, visibilitySet('private'))
      .when({ ...asked, visibility: 'public' })
      .gives(visibilitySet('public'));
  });

  it('records nothing for what it is already', () => {
    given(...past.active)
      .when({ ...asked, visibility: 'public' })
      .gives();
    given(drafted({ visibility: 'private' }))
      .when(asked)
      .gives();
  });

  it('stays with a goal that is handed to another person', () =>
    given(...past.active, visibilitySet('private'), handedOver(grace))
      .when(asked)
      .gives());

  it('goes before a goal is handed to a unit: what is private is not opened by the way', () => {
    const handing = {
      goalId,
      standing: manager,
      to: roads,
      toKnown: true,
      reason: 'They mend it.',
      from: now,
    };
    const { given: givenGoal } = decision(goals, handOverGoal);
    const private_ = [...past.active, visibilitySet('private')];
    givenGoal(...private_)
      .when(handing)
      .refuses('unit-goal-public');
    givenGoal(...private_)
      .when({ ...handing, to: grace })
      .gives(handedOver(grace));
    givenGoal(...private_, visibilitySet('public'))
      .when(handing)
      .gives(handedOver(roads));
  });

  it('keeps the phase of a private goal, too, from whoever may not read it', () => {
    const stranger = { goalId, standing: nobody, from: now };
    const resume = decision(goals, resumeGoal);
    resume
      .given(...past.active)
      .when(stranger)
      .refuses('goal-phase');
    for (const phase of [past.active, past.paused])
      resume
        .given(...phase, visibilitySet('private'))
        .when(stranger)
        .refuses('not-your-goal');
  });

  it('refuses to close the goal of a unit', () =>
    given(...roadsGoal.past.active)
      .when(asked)
      .refuses('unit-goal-public'));

  needsAReason(setVisibility, past.active, asked);
  holdsInItsPhasesAndForItsSides(setVisibility, {
    phases: ['draft', 'proposed', 'agreed', 'active', 'paused', 'postponed', 'completed', 'cancelled'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: { ...asked, visibility: 'public' },
  });
});
