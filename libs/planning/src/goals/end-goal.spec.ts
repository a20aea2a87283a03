import { decision } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides } from '../testing/goal-verb.js';
import { adasGoal, goalId, manager, now, owner, peopleAdmin } from '../testing/goals.examples.js';
import { acknowledgeCompletion, archiveGoal, discardGoal } from './end-goal.decide.js';
import { goals } from './goal.state.js';
import { reopenGoal } from './run-goal.decide.js';

const { acknowledged, archived, completed, discarded, past, reopened, withdrawn } = adasGoal;
const asked = { goalId, standing: owner, from: now };

describe('Discard a draft', () => {
  const { given } = decision(goals, discardGoal);

  it('ends it, whether it was ever proposed or not', () => {
    given(...past.draft)
      .when(asked)
      .gives(discarded);
    given(...past.proposed, withdrawn)
      .when(asked)
      .gives(discarded);
  });

  holdsInItsPhasesAndForItsSides(discardGoal, {
    phases: ['draft'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Acknowledge a completion', () => {
  const { given } = decision(goals, acknowledgeCompletion);
  const byManager = { ...asked, standing: manager };

  it('is said once', () => {
    given(...past.completed)
      .when(byManager)
      .gives(acknowledged);
    given(...past.completed, acknowledged)
      .when(byManager)
      .gives();
  });

  it('is said anew of another completion', () =>
    given(...past.completed, acknowledged, reopened, completed('missed'))
      .when(byManager)
      .gives(acknowledged));

  holdsInItsPhasesAndForItsSides(acknowledgeCompletion, {
    phases: ['completed'],
    sides: ['manager'],
    admin: false,
    otherwise: 'manager-only',
    asked: byManager,
  });
});

describe('Archive a goal', () => {
  const { given } = decision(goals, archiveGoal);
  const byAdmin = { ...asked, standing: peopleAdmin };

  it('is for one that is over', () =>
    given(...past.cancelled)
      .when(byAdmin)
      .gives(archived));

  it('is its last step', () =>
    decision(goals, reopenGoal)
      .given(...past.archived)
      .when({ ...byAdmin, reason: 'too soon', frozen: [], timeZone: 'UTC' })
      .refuses('goal-phase'));

  holdsInItsPhasesAndForItsSides(archiveGoal, {
    phases: ['completed', 'postponed', 'cancelled', 'discarded'],
    sides: [],
    admin: true,
    otherwise: 'people-admin-only',
    asked: byAdmin,
  });
});
