import type { ActorId, GoalId } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides } from '../testing/goal-verb.js';
import {
  ada,
  adasGoal,
  bolder,
  day,
  decimal,
  goalId,
  goalOf,
  grace,
  id,
  manager,
  mendedInTime,
  now,
  owner,
  peopleAdmin,
  roads,
  roadsGoal,
  standing,
  terms,
  thawed,
  under,
} from '../testing/goals.examples.js';
import { decideChange, handOverGoal, placeGoal, requestChange } from './change-goal.decide.js';
import type { GoalPhase } from './goal.state.js';
import { goals } from './goal.state.js';

const LIVE: readonly GoalPhase[] = ['agreed', 'active', 'paused'];
const { changeRequested, changeRejected, revised, placed, handedOver, past } = adasGoal;
const change = { goalId, standing: owner, reason: 'the winter was hard', from: now, ...thawed };
const requested = [...past.active, changeRequested('owner', 2, bolder)];

describe('Ask for other terms', () => {
  const { given } = decision(goals, requestChange);
  const asked = { ...change, terms: bolder };

  it('leaves the agreed ones in force until the other side approves', () =>
    given(...past.active)
      .when(asked)
      .gives(changeRequested('owner', 2, bolder)));

  it('is open to the manager’s side too', () =>
    given(...past.active)
      .when({ ...asked, standing: manager })
      .gives(changeRequested('manager', 2, bolder)));

  it('is a people admin’s override, in force at once', () =>
    given(...past.active)
      .when({ ...asked, standing: peopleAdmin })
      .gives(revised(2, bolder, true)));

  it('is no override where the people admin speaks for a side', () =>
    given(...past.active)
      .when({ ...asked, standing: standing('manager', 'people-admin') })
      .gives(changeRequested('manager', 2, bolder)));

  it('refuses another one while one is pending, of either side', () => {
    given(...requested)
      .when(asked)
      .refuses('change-pending');
    given(...requested)
      .when({ ...asked, standing: manager })
      .refuses('change-pending');
  });

  it('may be overridden while one is pending, which then is void', () => {
    given(...requested)
      .when({ ...asked, standing: peopleAdmin })
      .gives(revised(3, bolder, true));
    given(...requested, revised(3, bolder, true))
      .when(asked)
      .gives(changeRequested('owner', 4, bolder));
  });

  it('never gives a revision twice, though one was rejected', () =>
    given(...requested, changeRejected(2))
      .when(asked)
      .gives(changeRequested('owner', 3, bolder)));

  it.each([undefined, '', '  '])('refuses %j for a reason', (reason) =>
    given(...past.active)
      .when({ ...asked, reason })
      .refuses('reason-required'),
  );

  it('refuses terms that no goal can have', () => {
    given(...past.active)
      .when({ ...asked, terms: terms({ end: day('2025-12-31') }) })
      .refuses('goal-dates');
    given(...past.active)
      .when({ ...asked, terms: terms({ measure: mendedInTime({ target: decimal('60') }) }) })
      .refuses('direction-contradicted');
  });

  holdsInItsPhasesAndForItsSides(requestChange, {
    phases: LIVE,
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Decide on a change', () => {
  const { given } = decision(goals, decideChange);
  const asked = { ...change, standing: manager, approve: true };

  it('puts the terms in force that were asked for', () =>
    given(...requested)
      .when(asked)
      .gives(revised(2, bolder)));

  it('needs no reason to approve', () =>
    given(...requested)
      .when({ ...asked, reason: undefined })
      .gives(revised(2, bolder)));

  it('leaves the agreed terms in force where it rejects, with a reason', () => {
    given(...requested)
      .when({ ...asked, approve: false })
      .gives(changeRejected(2));
    given(...requested)
      .when({ ...asked, approve: false, reason: undefined })
      .refuses('reason-required');
  });

  it('is the owner’s where the manager asked', () =>
    given(...past.active, changeRequested('manager', 2, bolder))
      .when({ ...asked, standing: owner })
      .gives(revised(2, bolder)));

  it('refuses the side that asked, to approve and to reject', () => {
    given(...requested)
      .when({ ...asked, standing: owner })
      .refuses('other-side-only');
    given(...requested)
      .when({ ...asked, standing: owner, approve: false })
      .refuses('other-side-only');
  });

  it('refuses whoever asked themselves, for whichever side they speak now', () => {
    const standing = { ...manager, actor: 'bob' as ActorId };
    given(...requested.map((event) => saidBy('bob', event)))
      .when({ ...asked, standing })
      .refuses('both-sides');
  });

  it('refuses where none is pending: none asked for, decided, or overridden', () => {
    for (const facts of [
      past.active,
      [...requested, revised(2, bolder)],
      [...requested, changeRejected(2)],
      [...requested, revised(3, bolder, true)],
    ])
      given(...facts)
        .when(asked)
        .refuses('no-change-pending');
  });

  holdsInItsPhasesAndForItsSides(decideChange, {
    phases: LIVE,
    sides: ['manager'],
    admin: false,
    otherwise: 'other-side-only',
    asked,
    after: (goal) => [goal.changeRequested('owner', 2, bolder)],
  });
});

describe('Place a goal', () => {
  const { given } = decision(goals, placeGoal);
  const asked = {
    ...change,
    parents: [under('safety'), under('city', { contributes: false })],
    above: new Set<GoalId>([id('safety'), id('city')]),
    unknownParents: [],
  };

  it('puts it under all its parents from then on, in place of those before', () =>
    given(...past.active)
      .when(asked)
      .gives(placed(...asked.parents)));

  it('may leave it without a parent', () =>
    given(...past.active)
      .when({ ...asked, parents: [], above: new Set<GoalId>() })
      .gives(placed()));

  it('asks for a reason once it was proposed, not before', () => {
    const silent = { ...asked, reason: undefined };
    given(...past.draft)
      .when(silent)
      .gives(placed(...asked.parents));
    given(...past.proposed)
      .when(silent)
      .refuses('reason-required');
    given(...past.active)
      .when(silent)
      .refuses('reason-required');
  });

  it('rule 12: refuses a place under itself, directly or further below', () => {
    given(...past.active)
      .when({ ...asked, parents: [under(goalId)] })
      .refuses('goal-cycle');
    given(...past.active)
      .when({ ...asked, above: new Set([id('safety'), goalId]) })
      .refuses('goal-cycle');
  });

  it('refuses parents that do not exist', () =>
    given(...past.active)
      .when({ ...asked, unknownParents: [id('city')] })
      .refuses('parent-unknown'));

  it('refuses a parent named twice, a negative weight, and a share beyond the whole', () => {
    given(...past.active)
      .when({ ...asked, parents: [under('city'), under('city')] })
      .refuses('parent-twice');
    given(...past.active)
      .when({ ...asked, parents: [under('city', { weight: decimal('-1') })] })
      .refuses('weight-negative');
    given(...past.active)
      .when({ ...asked, parents: [under('city', { share: decimal('2') })] })
      .refuses('share-out-of-range');
  });

  holdsInItsPhasesAndForItsSides(placeGoal, {
    phases: ['draft', 'proposed', ...LIVE],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Hand a goal over', () => {
  const { given } = decision(goals, handOverGoal);
  const asked = { ...change, standing: manager, to: grace, toKnown: true };

  it('says from whom, to whom and since when', () =>
    given(...past.active)
      .when(asked)
      .gives(handedOver(grace)));

  it('gives a person’s goal to a unit, and a unit’s to a person', () => {
    given(...past.active)
      .when({ ...asked, to: roads })
      .gives(handedOver(roads));
    given(...roadsGoal.past.active)
      .when({ ...asked, to: ada })
      .gives(roadsGoal.handedOver(ada));
  });

  it('judges by whose goal it is now', () =>
    given(...roadsGoal.past.active, roadsGoal.handedOver(ada))
      .when({ ...asked, standing: standing('none', 'executive') })
      .refuses('manager-only'));

  it('voids a change that is pending: its sides are others now, and nobody approves their own', () => {
    const asks = [...past.active, changeRequested('manager', 2, bolder), handedOver(grace)];
    decision(goals, decideChange)
      .given(...asks)
      .when({ ...change, approve: true })
      .refuses('no-change-pending');
    decision(goals, requestChange)
      .given(...asks)
      .when({ ...change, terms: bolder })
      .gives(goalOf(grace).changeRequested('owner', 3, bolder));
  });

  it('refuses an owner who does not exist or has left', () =>
    given(...past.active)
      .when({ ...asked, toKnown: false })
      .refuses('owner-unknown'));

  it('refuses to do it without a reason, even of a draft', () => {
    for (const phase of ['draft', 'active'] as const)
      given(...past[phase])
        .when({ ...asked, reason: ' ' })
        .refuses('reason-required');
  });

  it('is a people admin’s too where the owner has left', () =>
    given(...past.active)
      .when({ ...asked, standing: standing('unknown', 'people-admin') })
      .gives(handedOver(grace)));

  holdsInItsPhasesAndForItsSides(handOverGoal, {
    phases: [...LIVE, 'draft'],
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked,
  });
});
