import type { DecimalText, GoalId, UnitId } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { ada, goalOf, roads, terms } from '../testing/goals.examples.js';
import type { GoalEvent, GoalImported, GoalLink } from './goal.events.js';
import { type Goal, goals } from './goal.state.js';
import { importGoal } from './import-goal.decide.js';

const { given } = decision(goals, importGoal);
const asking = (goal: GoalImported['data'], unitStanding: 'open' | 'closed' | 'unknown' = 'open') => ({
  goal,
  unitStanding,
});
const imported = (goal: GoalImported['data']): GoalImported => ({ type: 'GoalImported', data: goal });
const under = (parent: string, link: Partial<GoalLink> = {}): GoalLink => ({
  parentId: parent as GoalId,
  contributes: true,
  weight: '1' as DecimalText,
  ...link,
});

describe('Import a goal', () => {
  it('records what its source says of it, its unit and its place under other goals', () =>
    given().when(asking(safety)).gives(imported(safety)));

  it('records nothing for the same goal again', () => given(imported(safety)).when(asking(safety)).gives());

  it.each<[string, Partial<GoalImported['data']>]>([
    ['title', { title: 'Fewer deaths in traffic' }],
    ['kind', { kind: 'objective' }],
    ['unit', { unitId: 'transport' as UnitId }],
    ['place', { parents: [under('mobility')] }],
    ['weight', { parents: [under('city', { weight: '2' as DecimalText })] }],
    ['share in the progress above', { parents: [under('city', { contributes: false })] }],
    ['second place', { parents: [under('city'), under('mobility')] }],
  ])('records it again where its source has another %s', (_, change) => {
    const changed = { ...safety, ...change };
    given(imported(safety)).when(asking(changed)).gives(imported(changed));
    given(imported(safety), imported(changed)).when(asking(changed)).gives();
  });

  it('records no field that the source has besides', () =>
    given()
      .when(asking({ ...safety, owner: 'a name' } as GoalImported['data']))
      .gives(imported(safety)));

  it('refuses a unit that does not exist', () =>
    given().when(asking(safety, 'unknown')).refuses('unit-unknown'));

  it('takes a goal of a closed unit: a source tells of the past too', () =>
    given().when(asking(safety, 'closed')).gives(imported(safety)));

  it('refuses a place under itself', () =>
    given()
      .when(asking({ ...safety, parents: [under('safety')] }))
      .refuses('goal-cycle'));

  it('refuses a parent named twice', () =>
    given()
      .when(asking({ ...safety, parents: [under('city'), under('city', { weight: '2' as DecimalText })] }))
      .refuses('parent-twice'));

  it('rule 8: refuses a negative weight', () =>
    given()
      .when(asking({ ...safety, parents: [under('city', { weight: '-1' as DecimalText })] }))
      .refuses('weight-negative'));

  it('records it again where its source has another share', () => {
    const half = { ...safety, parents: [under('city', { share: '0.5' as DecimalText })] };
    given(imported(safety)).when(asking(half)).gives(imported(half));
    given(imported(half)).when(asking(half)).gives();
  });

  it('refuses a goal that was drafted here: no import overwrites what people agree on', () =>
    given(...goalOf(roads).past.active)
      .when(asking(safety))
      .refuses('goal-exists'));
});

describe('A goal that is imported again', () => {
  const { revised, placed, handedOver, completed } = goalOf({ unitId: 'police' as UnitId });
  const after = (...events: GoalEvent[]) =>
    [imported(safety), ...events, imported(later)].reduce<Goal>(
      (goal, event) => goals.evolve(goal, event),
      goals.initial,
    );

  it('has what its source says now', () =>
    expect(after()).toMatchObject({
      phase: 'active',
      owner: { unitId: 'transport' },
      terms: { title: 'Fewer deaths in traffic' },
      parents: [under('mobility')],
    }));

  it('keeps the terms that were agreed here since', () =>
    expect(after(revised(1, terms())).terms).toEqual(terms()));

  it('keeps the places that it was given here since', () =>
    expect(after(placed(under('vision-zero'))).parents).toEqual([under('vision-zero')]));

  it('keeps the owner to whom it was handed over here since', () =>
    expect(after(handedOver(ada)).owner).toEqual(ada));

  it('stays completed', () => expect(after(completed('achieved')).phase).toBe('completed'));
});

const safety: GoalImported['data'] = {
  goalId: 'safety' as GoalId,
  number: '846-1',
  source: 'mmr',
  title: 'Safe streets',
  kind: 'service',
  unitId: 'police' as UnitId,
  parents: [under('city')],
};
const later: GoalImported['data'] = {
  ...safety,
  title: 'Fewer deaths in traffic',
  unitId: 'transport' as UnitId,
  parents: [under('mobility')],
};
