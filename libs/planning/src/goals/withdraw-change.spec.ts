import { decision } from '@pm/kernel/testing';
import { holdsInItsPhasesAndForItsSides } from '../testing/goal-verb.js';
import { adasGoal, bolder, goalId, manager, owner } from '../testing/goals.examples.js';
import { withdrawChange } from './change-goal.decide.js';
import { goals } from './goal.state.js';

const { changeRejected, changeRequested, changeWithdrawn, past } = adasGoal;
const asked = { goalId, standing: owner };

describe('Take back a change that was asked for', () => {
  const { given } = decision(goals, withdrawChange);
  const requested = [...past.active, changeRequested('owner', 2, bolder)];

  it('leaves the agreed terms in force', () =>
    given(...requested)
      .when(asked)
      .gives(changeWithdrawn(2)));

  it('refuses where nothing is pending: never asked, taken back, or decided', () => {
    given(...past.active)
      .when(asked)
      .refuses('no-change-pending');
    given(...requested, changeWithdrawn(2))
      .when(asked)
      .refuses('no-change-pending');
    given(...requested, changeRejected(2))
      .when(asked)
      .refuses('no-change-pending');
  });

  it('is the manager’s where the manager asked', () =>
    given(...past.active, changeRequested('manager', 2, bolder))
      .when({ ...asked, standing: manager })
      .gives(changeWithdrawn(2)));

  holdsInItsPhasesAndForItsSides(withdrawChange, {
    phases: ['agreed', 'active', 'paused'],
    sides: ['owner'],
    admin: false,
    otherwise: 'requester-only',
    asked,
    after: (goal) => [goal.changeRequested('owner', 2, bolder)],
  });
});
