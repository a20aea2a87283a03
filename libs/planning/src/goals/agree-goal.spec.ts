import type { ActorId } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides } from '../testing/goal-verb.js';
import {
  adasGoal,
  bolder,
  day,
  decimal,
  goalId,
  manager,
  mendedInTime,
  owner,
  roadsGoal,
  standing,
  terms,
} from '../testing/goals.examples.js';
import type { GoalEvent } from './goal.events.js';
import { acceptGoal, counterProposeGoal, proposeGoal, withdrawGoal } from './agree-goal.decide.js';
import type { Standing } from './goal-party.state.js';
import { goals } from './goal.state.js';

const { drafted, redrafted, proposed, counterProposed, accepted, agreed, withdrawn, past } = adasGoal;

describe('Propose a goal', () => {
  const { given } = decision(goals, proposeGoal);

  it('says which revision of the terms, and for which side', () => {
    given(drafted()).when({ goalId, standing: owner }).gives(proposed('owner', 1));
    given(drafted(), redrafted(2, bolder)).when({ goalId, standing: manager }).gives(proposed('manager', 2));
  });

  it('proposes the terms that were withdrawn once more, unless they were redrafted', () => {
    given(...past.proposed, withdrawn)
      .when({ goalId, standing: owner })
      .gives(proposed('owner', 1));
    given(...past.proposed, counterProposed('manager', 2, bolder), withdrawn, redrafted(3, terms()))
      .when({ goalId, standing: owner })
      .gives(proposed('owner', 3));
  });

  it('says whose goal it is, for a unit too', () =>
    given(roadsGoal.drafted())
      .when({ goalId, standing: standing('none', 'executive') })
      .gives(roadsGoal.proposed('manager')));

  holdsInItsPhasesAndForItsSides(proposeGoal, {
    phases: ['draft'],
    sides: EITHER_SIDE,
    admin: false,
    otherwise: 'not-your-goal',
    asked: { goalId, standing: owner },
  });
});

describe('Propose other terms', () => {
  const { given } = decision(goals, counterProposeGoal);
  const asked = { goalId, standing: manager, terms: bolder };

  it('makes them the next revision, accepted by the side that proposes them', () =>
    given(...past.proposed)
      .when(asked)
      .gives(counterProposed('manager', 2, bolder)));

  it('gives each proposal a revision of its own, back and forth', () =>
    given(...past.proposed, counterProposed('manager', 2, bolder))
      .when({ ...asked, standing: owner, terms: terms() })
      .gives(counterProposed('owner', 3, terms())));

  it('lets a side think better of its own proposal', () =>
    given(...past.proposed)
      .when({ ...asked, standing: owner })
      .gives(counterProposed('owner', 2, bolder)));

  it('refuses a last day before the first', () =>
    given(...past.proposed)
      .when({ ...asked, terms: terms({ end: day('2025-12-31') }) })
      .refuses('goal-dates'));

  it('rule 5: refuses a direction that baseline and target contradict', () =>
    given(...past.proposed)
      .when({ ...asked, terms: terms({ measure: mendedInTime({ target: decimal('60') }) }) })
      .refuses('direction-contradicted'));

  holdsInItsPhasesAndForItsSides(counterProposeGoal, {
    phases: ['proposed'],
    sides: EITHER_SIDE,
    admin: false,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Accept a goal', () => {
  const { given } = decision(goals, acceptGoal);
  const asked = { goalId, standing: manager, termsRevision: 1 };

  it('agrees it once both sides accepted the same revision', () =>
    given(...past.proposed)
      .when(asked)
      .gives(accepted('manager'), agreed()));

  it('agrees what the manager proposed once the owner accepts it', () =>
    given(drafted(), proposed('manager'))
      .when({ ...asked, standing: owner })
      .gives(accepted('owner'), agreed()));

  it('records nothing where the same side proposed it: nobody agrees with themselves', () => {
    given(...past.proposed)
      .when({ ...asked, standing: owner })
      .gives();
    given(...past.proposed, counterProposed('manager', 2, bolder))
      .when({ ...asked, termsRevision: 2 })
      .gives();
  });

  it('refuses whoever proposed it themselves, for whichever side they speak now', () => {
    const asked = { goalId, standing: { ...manager, actor: 'bob' as ActorId }, termsRevision: 1 };
    const said = (actor: string, ...events: GoalEvent[]) => events.map((event) => saidBy(actor, event));
    given(...said('bob', ...past.proposed))
      .when(asked)
      .refuses('both-sides');
    given(...said('bob', ...past.proposed, counterProposed('owner', 2, bolder)))
      .when({ ...asked, termsRevision: 2 })
      .refuses('both-sides');
    given(...said('ada', ...past.proposed))
      .when(asked)
      .gives(accepted('manager', 1), agreed(1));
  });

  it('agrees other terms by the side that proposed first', () =>
    given(...past.proposed, counterProposed('manager', 2, bolder))
      .when({ ...asked, standing: owner, termsRevision: 2 })
      .gives(accepted('owner', 2), agreed(2)));

  it('refuses a revision that other terms took the place of', () =>
    given(...past.proposed, counterProposed('owner', 2, bolder))
      .when(asked)
      .refuses('terms-changed'));

  it('refuses a revision that nobody proposed yet', () =>
    given(...past.proposed)
      .when({ ...asked, termsRevision: 2 })
      .refuses('terms-changed'));

  it('agrees a unit’s goal between a controller and an executive', () =>
    given(...roadsGoal.past.proposed)
      .when({ ...asked, standing: standing('none', 'executive') })
      .gives(roadsGoal.accepted('manager'), roadsGoal.agreed()));

  describe('of a person whom nobody leads', () => {
    const unled = (who: Standing) => ({ ...asked, standing: { ...who, unled: true } });

    it.each(['executive', 'people-admin'])('is for %s: somebody stands in for the manager', (role) =>
      given(...past.proposed)
        .when(unled(standing('none', role)))
        .gives(accepted('manager'), agreed()),
    );

    it('is not for the owner, though they be an executive: nobody agrees with themselves', () =>
      given(...past.proposed)
        .when(unled(standing('owner', 'executive', 'people-admin')))
        .gives());

    it('is not for a controller', () =>
      given(...past.proposed)
        .when(unled(standing('none', 'controller')))
        .refuses('not-your-goal'));
  });

  holdsInItsPhasesAndForItsSides(acceptGoal, {
    phases: ['proposed'],
    sides: EITHER_SIDE,
    admin: false,
    otherwise: 'not-your-goal',
    asked,
  });
});

describe('Withdraw a proposal', () => {
  const { given } = decision(goals, withdrawGoal);

  it('makes it a draft again', () =>
    given(...past.proposed)
      .when({ goalId, standing: owner })
      .gives(withdrawn));

  it('is for the side that proposed last', () => {
    const countered = [...past.proposed, counterProposed('manager', 2, bolder)];
    given(...countered)
      .when({ goalId, standing: manager })
      .gives(withdrawn);
    given(...countered)
      .when({ goalId, standing: owner })
      .refuses('proposer-only');
  });

  holdsInItsPhasesAndForItsSides(withdrawGoal, {
    phases: ['proposed'],
    sides: ['owner'],
    admin: false,
    otherwise: 'proposer-only',
    asked: { goalId, standing: owner },
  });
});
