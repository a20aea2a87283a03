import { ALWAYS, type Facet, type Instant } from '@pm/kernel';
import { Statements } from './statements.js';

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T09:00:00.000Z` as Instant;

interface Goal {
  readonly parents?: Facet<readonly string[]>;
}

const LINKS = { above: ({ parents }: Goal) => parents?.value ?? [], placedBy: 'parents' };

/** Statements of a goal's target and parents, and of rival values. */
class Told {
  readonly statements = new Statements<Goal>(LINKS, (side) => side.startsWith('value '));
  private events = 0;

  says(id: string, facet: string, from: Instant, value: unknown): this {
    this.events += 1;
    this.statements.add({ id, facet, from, value, position: position(this.events), by: 'told' });
    return this;
  }

  at(validAt: Instant | undefined, knownAt?: number, rivals = false) {
    const moment = { validAt, knownAt: knownAt === undefined ? undefined : position(knownAt) };
    const values = (own: object) =>
      Object.fromEntries(Object.entries(own).map(([side, { value }]) => [side, value as unknown]));
    const { ids, owns } = rivals ? this.statements.at(moment) : this.statements.shownAt(moment);
    return Object.fromEntries(owns.flatMap((own, node) => (own ? [[ids[node]!, values(own)] as const] : [])));
  }
}

const position = (event: number) => `log.${String(event).padStart(4, '0')}`;

describe('What stood at a moment', () => {
  const goal = new Told()
    .says('goal', 'target', day(1), 10)
    .says('goal', 'target', day(5), 20)
    .says('goal', 'target', day(3), 15);

  it.each([
    ['before anything was true', day(0), undefined],
    ['from the first moment on', day(1), 10],
    ['by what was recorded late', day(4), 15],
    ['by what was true last, though it was recorded before', day(9), 20],
  ])('is told %s', (_, at, target) =>
    expect(goal.at(at)).toEqual(target === undefined ? {} : { goal: { target } }),
  );

  it('leaves out what was learned later', () => {
    expect(goal.at(day(4), 2)).toEqual({ goal: { target: 10 } });
    expect(goal.at(day(4), 0)).toEqual({});
  });

  it('is what was recorded later of two at the same time', () =>
    expect(new Told().says('goal', 'target', day(1), 1).says('goal', 'target', day(1), 2).at(day(1))).toEqual(
      { goal: { target: 2 } },
    ));

  it('is told anew once more was stated', () => {
    const told = new Told().says('goal', 'target', ALWAYS, 1);
    expect(told.at(day(9))).toEqual({ goal: { target: 1 } });
    expect(told.says('goal', 'target', day(2), 2).at(day(9))).toEqual({ goal: { target: 2 } });
    expect(told.at(day(1))).toEqual({ goal: { target: 1 } });
  });

  it('is found among however many sides', () => {
    const told = new Told();
    for (let side = 0; side < 40; side++) told.says('goal', `target ${side}`, day(1), side);
    told.says('goal', 'target 7', day(2), 70).says('goal', 'target 39', day(2), 390);
    expect(told.at(day(2))).toMatchObject({ goal: { 'target 6': 6, 'target 7': 70, 'target 39': 390 } });
    expect(told.at(day(1))).toMatchObject({ goal: { 'target 7': 7, 'target 39': 39 } });
  });

  it('holds once what is said again', () => {
    const terms = (title: string, target: string) => ({ title, measure: { target }, labels: [title] });
    const told = new Told()
      .says('goal', 'terms', day(1), terms('one', '5'))
      .says('goal', 'terms', day(2), terms('two', '5'))
      .says('goal', 'terms', day(3), { title: 'two', measure: { target: '5' } })
      .says('goal', 'terms', day(4), { title: 'two', measure: { target: '5' } });
    const on = [1, 2, 3, 4].map((each) => told.at(day(each))['goal']!['terms'] as ReturnType<typeof terms>);
    expect(on[1]).toEqual(terms('two', '5'));
    expect(on[1]!.measure).toBe(on[0]!.measure);
    expect(on[2]).toEqual({ title: 'two', measure: { target: '5' } });
    expect(on[3]).toBe(on[2]);
  });

  it('is the same object for the same facts', () => {
    const [one, other] = [day(5), day(9)].map((validAt) => goal.statements.shownAt({ validAt }).owns[0]);
    expect(one).toBe(other);
  });
});

describe('A graph of what stood', () => {
  const goal = new Told().says('goal', 'parents', day(1), ['top', 'top']).says('top', 'target', day(2), 1);

  it('leads to what is linked to, once and whether it stood then or not', () => {
    const { ids, owns, above } = goal.statements.at({ validAt: day(1) });
    const top = goal.statements.nodeOf('top')!;
    expect([ids[top], owns[top], above[top]]).toEqual(['top', undefined, []]);
    expect(above[goal.statements.nodeOf('goal')!]).toEqual([top]);
  });

  it('leads nowhere before anything was linked', () =>
    expect(goal.statements.shownAt({ validAt: day(0) }).above.flat()).toEqual([]));
});

describe('Of rivals', () => {
  const kpi = () =>
    new Told()
      .says('kpi', 'value march', day(3), 3)
      .says('kpi', 'value april', day(4), 4)
      .says('kpi', 'of', ALWAYS, 'x');

  it('only the one that was true last stands', () => {
    expect(kpi().at(day(9))).toEqual({ kpi: { of: 'x', 'value april': 4 } });
    expect(kpi().at(day(3))).toEqual({ kpi: { of: 'x', 'value march': 3 } });
  });

  it('all stand that were true last together', () =>
    expect(kpi().says('kpi', 'value april other', day(4), 5).at(day(9))).toEqual({
      kpi: { of: 'x', 'value april': 4, 'value april other': 5 },
    }));

  it('one that was taken back gives way to the one before', () =>
    expect(kpi().says('kpi', 'value april', day(4), null).at(day(9))).toEqual({
      kpi: { of: 'x', 'value march': 3 },
    }));

  it('all stand where somebody goes on from there', () =>
    expect(kpi().at(day(9), undefined, true)).toEqual({
      kpi: { of: 'x', 'value march': 3, 'value april': 4 },
    }));
});

describe('When a document was placed', () => {
  const goal = new Told()
    .says('goal', 'parents', day(1), ['a'])
    .says('goal', 'parents', day(5), ['b'])
    .says('other', 'target', day(1), 1);
  const placed = (id: string, validAt: Instant, knownAt?: number) =>
    goal.statements.placedAt(id, { validAt, knownAt: knownAt === undefined ? undefined : position(knownAt) });

  it('is told by the statement of its links that stood', () => {
    expect(placed('goal', day(4))).toBe(0);
    expect(placed('goal', day(5))).toBe(1);
    expect(placed('goal', day(5), 1)).toBe(0);
  });

  it('is never where it has none, or was never heard of', () => {
    expect(placed('other', day(9))).toBe(-1);
    expect(placed('goal', day(0))).toBe(-1);
    expect(placed('nobody', day(9))).toBe(-1);
  });
});
