import type { Rollup } from '@pm/kernel';
import { rolledUp } from './roll-up.js';
import type { StoredDocument } from './view-store.js';

interface Goal {
  readonly value: number;
  readonly under: readonly string[];
  readonly cut?: readonly string[];
}
interface Sum {
  readonly total: number;
}

const total: Rollup<Goal, Sum> = {
  above: ({ under, cut = [] }) => under.filter((id) => !cut.includes(id)),
  cut: (goal, to) => ({ ...goal, cut: [...(goal.cut ?? []), to] }),
  part: ({ value }, below) => ({ total: value + (below?.total ?? 0) }),
  add: (sum, part, sign) => {
    const added = (sum?.total ?? 0) + sign * part.total;
    return added === 0 ? undefined : { total: added };
  },
};

const goal = (id: string, value: number, ...under: string[]): StoredDocument<Goal, Sum> => ({
  id,
  own: { value, under },
});
const sums = (documents: ReturnType<typeof rolledUp<Goal, Sum>>) =>
  Object.fromEntries([...documents].map(([id, { sum }]) => [id, sum?.total]));
const cuts = (documents: ReturnType<typeof rolledUp<Goal, Sum>>) =>
  [...documents].flatMap(([id, { own }]) => (own?.cut ?? []).map((to) => `${id} under ${to}`));

describe('Sums from scratch', () => {
  it('are none of none', () => {
    expect(rolledUp(total, [])).toEqual(new Map());
  });

  it('pass from leaves to everything above, whatever the order of the documents', () => {
    const tree = [goal('top', 0), goal('team', 1, 'top'), goal('leaf', 5, 'team'), goal('other', 2, 'team')];
    for (const documents of [tree, tree.toReversed()]) {
      expect(sums(rolledUp(total, documents))).toEqual({
        top: 8,
        team: 7,
        leaf: undefined,
        other: undefined,
      });
    }
  });

  it('count in each place under which a goal stands, once each', () => {
    const documents = [
      goal('leaf', 5, 'left', 'right', 'left'),
      goal('left', 0, 'top'),
      goal('right', 0, 'top'),
      goal('top', 0),
    ];
    expect(sums(rolledUp(total, documents))).toMatchObject({ left: 5, right: 5, top: 10 });
  });

  it('are kept of what no document was made of yet', () => {
    expect(rolledUp(total, [goal('leaf', 5, 'unborn')]).get('unborn')).toEqual({
      id: 'unborn',
      sum: { total: 5 },
    });
  });

  it('forget what was added up before', () => {
    const stale = { ...goal('top', 0), sum: { total: 99 } };
    expect(sums(rolledUp(total, [stale, goal('leaf', 5, 'top')]))).toEqual({ top: 5, leaf: undefined });
  });

  it('change no document that they are made of', () => {
    const documents = [goal('a', 1, 'b'), goal('b', 1, 'a')];
    const before = structuredClone(documents);
    rolledUp(total, documents);
    expect(documents).toEqual(before);
  });
});

describe('rule 12: where links close a cycle as of a moment', () => {
  it.each([
    ['a goal with itself', [goal('a', 1, 'a', 'top'), goal('top', 0)]],
    ['two', [goal('a', 1, 'b'), goal('b', 2, 'a', 'top'), goal('top', 0)]],
    ['three, above a leaf', [goal('leaf', 1, 'a'), goal('a', 1, 'b'), goal('b', 1, 'c'), goal('c', 1, 'a')]],
  ])('one link of %s is cut and shows it, the same whatever the order of the documents', (_, documents) => {
    const result = rolledUp(total, documents);
    expect(cuts(result)).toHaveLength(1);
    const again = rolledUp(total, documents.toReversed());
    expect(cuts(again)).toEqual(cuts(result));
    expect(sums(again)).toEqual(sums(result));
  });

  it.each(['a', 'b', 'c'])('the link that was placed last is cut, where that is the one of %s', (last) => {
    const documents = [goal('a', 1, 'b'), goal('b', 1, 'c'), goal('c', 1, 'a')];
    const result = rolledUp(total, documents, (id) => (id === last ? 9 : 1));
    expect(cuts(result)).toEqual([expect.stringMatching(`^${last} under `)]);
  });

  it('links beside the cycle count as ever', () => {
    const result = rolledUp(total, [
      goal('a', 1, 'b', 'top'),
      goal('b', 2, 'a'),
      goal('leaf', 4, 'a'),
      goal('top', 0),
    ]);
    expect(sums(result).top).toBeGreaterThanOrEqual(5);
    expect(cuts(result)).not.toContain('a under top');
  });

  it('a view that cannot cut links fails rather than count in circles', () => {
    const uncut = { ...total, cut: undefined };
    expect(() => rolledUp(uncut, [goal('a', 1, 'b'), goal('b', 1, 'a')])).toThrow('cycle');
  });
});
