import { decision } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides } from '../testing/goal-verb.js';
import {
  ada,
  adasGoal,
  bolder,
  day,
  decimal,
  goalId,
  manager,
  mendedInTime,
  nobody,
  owner,
  peopleAdmin,
  roads,
  roadsGoal,
  standing,
  terms,
  under,
} from '../testing/goals.examples.js';
import { draftGoal, type DraftGoalFacts, redraftGoal } from './draft-goal.decide.js';
import type { GoalImported, GoalLink, GoalTerms } from './goal.events.js';
import { goals } from './goal.state.js';

const { drafted, redrafted, counterProposed, withdrawn, past } = adasGoal;
const asked = (change: Partial<DraftGoalFacts> = {}): DraftGoalFacts => ({
  goalId,
  kind: 'objective',
  owner: ada,
  terms: terms(),
  parents: [under('streets')],
  standing: owner,
  ...change,
});

describe('Draft a goal', () => {
  const { given } = decision(goals, draftGoal);

  it('keeps whose it is, its terms as their first revision, and its places under other goals', () =>
    given().when(asked()).gives(drafted()));

  it('keeps the number by which it is called', () =>
    given()
      .when(asked({ number: 'G-12' }))
      .gives(drafted({ number: 'G-12' })));

  it('takes a goal with neither dates nor a measure nor a parent', () => {
    const bare: GoalTerms = { title: 'Be kind' };
    given()
      .when(asked({ terms: bare, parents: [] }))
      .gives(drafted({ ...bare, start: undefined, end: undefined, measure: undefined, parents: [] }));
  });

  it('takes a goal of one day', () => {
    const oneDay = { start: day('2026-03-03'), end: day('2026-03-03') };
    given()
      .when(asked({ terms: terms(oneDay) }))
      .gives(drafted(oneDay));
  });

  it('keeps no field that was sent besides', () =>
    given()
      .when(
        asked({
          owner: { ...ada, name: 'Ada' } as DraftGoalFacts['owner'],
          terms: { ...terms(), note: 'a note' } as GoalTerms,
          parents: [{ ...under('streets'), since: 'today' } as GoalLink],
        }),
      )
      .gives(drafted()));

  it('refuses a goal that exists, in whichever phase', () => {
    for (const facts of Object.values(past).slice(1))
      given(...facts)
        .when(asked())
        .refuses('goal-exists');
  });

  it('refuses a goal that was imported', () => given(imported).when(asked()).refuses('goal-exists'));

  it('refuses an owner who does not exist or has left, whoever asks', () => {
    given()
      .when(asked({ standing: standing('unknown') }))
      .refuses('owner-unknown');
    given()
      .when(asked({ standing: standing('unknown', 'people-admin') }))
      .refuses('owner-unknown');
  });

  it.each([
    ['the owner', owner],
    ['the manager', manager],
    ['a people admin', peopleAdmin],
  ])('is for %s', (_, by) =>
    given()
      .when(asked({ standing: by }))
      .gives(drafted()),
  );

  it.each([
    ['the manager’s manager', standing('managers-manager')],
    ['a colleague', nobody],
    ['an executive', standing('none', 'executive')],
    ['a controller', standing('none', 'controller')],
  ])('is not for %s, on a person’s goal', (_, by) =>
    given()
      .when(asked({ standing: by }))
      .refuses('not-your-goal'),
  );

  it.each(['executive', 'controller'])('is for an %s, on a unit’s goal', (role) =>
    given()
      .when(asked({ owner: roads, standing: standing('none', role) }))
      .gives(roadsGoal.drafted()),
  );

  it('refuses a last day before the first', () =>
    given()
      .when(asked({ terms: terms({ end: day('2025-12-31') }) }))
      .refuses('goal-dates'));

  it('rule 5: refuses a direction that baseline and target contradict, both ways', () => {
    const measured = (direction: 'increase' | 'decrease', target: string) =>
      asked({ terms: terms({ measure: mendedInTime({ direction, target: decimal(target) }) }) });
    given().when(measured('increase', '69')).refuses('direction-contradicted');
    given().when(measured('decrease', '71')).refuses('direction-contradicted');
  });

  it('rule 2: takes a baseline that is the target', () => {
    const measure = mendedInTime({ target: decimal('70') });
    given()
      .when(asked({ terms: terms({ measure }) }))
      .gives(drafted({ measure }));
  });
});

describe('A goal’s places under others', () => {
  const { given } = decision(goals, draftGoal);
  const placed = (...parents: GoalLink[]) => asked({ parents });
  const taken = (...parents: GoalLink[]) =>
    given()
      .when(placed(...parents))
      .gives(drafted({ parents }));

  it('rule 8: have relative weights: 33.33, 0 or 250', () =>
    taken(
      under('streets', { weight: decimal('33.33') }),
      under('safety', { weight: decimal('0') }),
      under('city', { weight: decimal('250') }),
    ));

  it('rule 8: have no negative weight', () =>
    given()
      .when(placed(under('streets'), under('safety', { weight: decimal('-0.01') })))
      .refuses('weight-negative'));

  it('rule 9: may only align it', () => taken(under('streets', { contributes: false })));

  it('rule 11: share it out, and need not share out the whole', () =>
    taken(
      under('streets', { share: decimal('0.5') }),
      under('safety', { share: decimal('0.25') }),
      under('city', { share: decimal('0') }),
      under('health', { share: decimal('1.0') }),
    ));

  it.each(['-0.1', '1.01'])('rule 11: have no share of %s', (share) =>
    given()
      .when(placed(under('streets', { share: decimal(share) })))
      .refuses('share-out-of-range'),
  );

  it('rule 11: name each parent once', () =>
    given()
      .when(placed(under('streets'), under('streets', { contributes: false })))
      .refuses('parent-twice'));

  it('rule 12: are not under itself', () =>
    given()
      .when(placed(under('streets'), under(goalId)))
      .refuses('goal-cycle'));
});

describe('Redraft a goal', () => {
  const { given } = decision(goals, redraftGoal);
  const rewritten = { goalId, terms: bolder, standing: owner };

  it('gives its terms another revision', () => {
    given(drafted()).when(rewritten).gives(redrafted(2, bolder));
    given(drafted(), redrafted(2, bolder)).when(rewritten).gives(redrafted(3, bolder));
  });

  it('never gives a revision twice, though what was proposed meanwhile was withdrawn', () =>
    given(...past.proposed, counterProposed('manager', 2, bolder), withdrawn)
      .when(rewritten)
      .gives(redrafted(3, bolder)));

  it('refuses terms that no goal can have', () => {
    given(drafted())
      .when({ ...rewritten, terms: terms({ end: day('2025-12-31') }) })
      .refuses('goal-dates');
    given(drafted())
      .when({ ...rewritten, terms: terms({ measure: mendedInTime({ direction: 'decrease' }) }) })
      .refuses('direction-contradicted');
  });

  it('refuses it for somebody who has left', () =>
    given(drafted())
      .when({ ...rewritten, standing: standing('unknown', 'people-admin') })
      .refuses('owner-unknown'));

  holdsInItsPhasesAndForItsSides(redraftGoal, {
    phases: ['draft'],
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: rewritten,
  });
});

const imported: GoalImported = {
  type: 'GoalImported',
  data: {
    goalId,
    number: 'G-12',
    source: 'mmr',
    title: 'Mend potholes',
    kind: 'service',
    unitId: roads.unitId!,
    parents: [],
  },
};
