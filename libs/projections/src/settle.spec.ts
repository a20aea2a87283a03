import type { Event, Rollup, View } from '@pm/kernel';
import { Batch } from './batch.js';
import { MemoryViewStore } from './memory/index.js';
import { settle } from './settle.js';
import type { Generation, StoredDocument, ViewCommit } from './view-store.js';

interface Goal {
  readonly value: number;
  readonly under: readonly string[];
}
interface Sum {
  readonly goals: number;
  readonly value: number;
}

const total: Rollup<Goal, Sum> = {
  above: ({ under }) => under,
  part: ({ value }, below) => ({ goals: 1 + (below?.goals ?? 0), value: value + (below?.value ?? 0) }),
  add: (sum, part, sign) => {
    const [goals, value] = [(sum?.goals ?? 0) + sign * part.goals, (sum?.value ?? 0) + sign * part.value];
    return goals === 0 && value === 0 ? undefined : { goals, value };
  },
};
const GOALS: Generation = { view: 'goals', revision: 1, indexes: [] };
const view: View<Goal, Event, Sum> = {
  name: 'goals',
  revision: 1,
  handles: [],
  key: () => undefined,
  evolve: (goal) => goal,
  rollup: total,
};

const goal = (value: number, ...under: string[]): Goal => ({ value, under });

type Changes = Readonly<Record<string, Goal | undefined>>;

/** A store that counts the documents that pass through it. */
class CountingViewStore extends MemoryViewStore {
  loaded = 0;
  written = 0;

  override async load(generation: Generation, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    this.loaded += ids.length;
    return super.load(generation, ids);
  }

  override async commit(commit: ViewCommit): Promise<void> {
    this.written += commit.documents.length;
    await super.commit(commit);
  }
}

describe('Sums along links', () => {
  let store: CountingViewStore;
  beforeEach(async () => {
    store = new CountingViewStore();
    await store.prepare(GOALS);
  });

  /** One batch of changes, from what is stored to what is stored. */
  const change = async (changes: Changes): Promise<void> => {
    const batch = new Batch(view, store, GOALS, new Map<string, StoredDocument<Goal, Sum>>());
    await batch.ensure(Object.keys(changes));
    for (const [id, own] of Object.entries(changes)) batch.set({ ...batch.was(id), own });
    await settle(total, batch);
    const from = await store.checkpoint(GOALS);
    const to = String(Number(from ?? 0) + 1);
    await store.commit({ generation: GOALS, from, to, documents: batch.changed() });
  };
  const sumOf = async (id: string) => {
    const [document] = await store.load(GOALS, [id]);
    const sum = document?.sum as Sum | undefined;
    return sum && [sum.goals, sum.value];
  };

  describe('live', () => {
    it('pass from a leaf to everything above it', async () => {
      await change({ company: goal(0), unit: goal(0, 'company'), team: goal(0, 'unit') });
      await change({ leaf: goal(5, 'team') });
      expect(await sumOf('leaf')).toBe(undefined);
      expect(await sumOf('team')).toEqual([1, 5]);
      expect(await sumOf('unit')).toEqual([2, 5]);
      expect(await sumOf('company')).toEqual([3, 5]);
    });

    it('come out the same where all is changed at once, in any order', async () => {
      await change({
        leaf: goal(5, 'team'),
        unit: goal(0, 'company'),
        company: goal(0),
        team: goal(0, 'unit'),
      });
      expect(await sumOf('team')).toEqual([1, 5]);
      expect(await sumOf('unit')).toEqual([2, 5]);
      expect(await sumOf('company')).toEqual([3, 5]);
    });

    it('follow a changed value by its difference', async () => {
      await change({ company: goal(0), a: goal(5, 'company'), b: goal(7, 'company') });
      await change({ a: goal(2, 'company') });
      expect(await sumOf('company')).toEqual([2, 9]);
    });

    it('take along with a moved goal all that is below it', async () => {
      await change({ left: goal(0), right: goal(0), team: goal(1, 'left'), leaf: goal(5, 'team') });
      await change({ team: goal(1, 'right') });
      expect(await sumOf('left')).toBe(undefined);
      expect(await sumOf('right')).toEqual([2, 6]);
      expect(await sumOf('team')).toEqual([1, 5]);
    });

    it('take along what changed below a goal while it moved', async () => {
      await change({ left: goal(0), right: goal(0), team: goal(1, 'left'), leaf: goal(5, 'team') });
      await change({ team: goal(2, 'right'), leaf: goal(8, 'team'), late: goal(10, 'team') });
      expect(await sumOf('left')).toBe(undefined);
      expect(await sumOf('right')).toEqual([3, 20]);
    });

    it('move within one line: a goal that went up counts once', async () => {
      await change({ company: goal(0), team: goal(0, 'company'), leaf: goal(5, 'team') });
      await change({ leaf: goal(5, 'company') });
      expect(await sumOf('team')).toBe(undefined);
      expect(await sumOf('company')).toEqual([2, 5]);
    });

    it('turn round where the upper goal goes under the lower one', async () => {
      await change({ upper: goal(1), lower: goal(2, 'upper'), leaf: goal(4, 'lower') });
      await change({ lower: goal(2), upper: goal(1, 'lower') });
      expect(await sumOf('upper')).toBe(undefined);
      expect(await sumOf('lower')).toEqual([2, 5]);
    });

    it('count under several goals in each of them', async () => {
      await change({ a: goal(0), b: goal(0), leaf: goal(5, 'a', 'b') });
      expect([await sumOf('a'), await sumOf('b')]).toEqual([
        [1, 5],
        [1, 5],
      ]);
      await change({ leaf: goal(6, 'b') });
      expect([await sumOf('a'), await sumOf('b')]).toEqual([undefined, [1, 6]]);
    });

    it('count once for every way up where ways part and meet again', async () => {
      await change({
        top: goal(0),
        left: goal(0, 'top'),
        right: goal(0, 'top'),
        leaf: goal(5, 'left', 'right'),
      });
      expect(await sumOf('top')).toEqual([4, 10]);
      await change({ leaf: goal(3, 'left', 'right') });
      expect(await sumOf('top')).toEqual([4, 6]);
      await change({ leaf: goal(3, 'right') });
      expect(await sumOf('top')).toEqual([3, 3]);
    });

    it('count a link once, however often it is named', async () => {
      await change({ top: goal(0), leaf: goal(5, 'top', 'top') });
      expect(await sumOf('top')).toEqual([1, 5]);
      await change({ leaf: goal(5, 'top') });
      expect(await sumOf('top')).toEqual([1, 5]);
    });
  });

  describe('of what is gone or not there yet', () => {
    it('are taken back with a removed leaf', async () => {
      await change({ company: goal(0), team: goal(0, 'company'), leaf: goal(5, 'team') });
      await change({ leaf: undefined });
      expect(await store.load(GOALS, ['leaf'])).toEqual([]);
      expect(await sumOf('team')).toBe(undefined);
      expect(await sumOf('company')).toEqual([1, 0]);
    });

    it('stay with a removed goal that others still count towards, and go no further', async () => {
      await change({ company: goal(0), team: goal(1, 'company'), leaf: goal(5, 'team') });
      await change({ team: undefined });
      expect(await store.load(GOALS, ['team'])).toEqual([{ id: 'team', sum: { goals: 1, value: 5 } }]);
      expect(await sumOf('company')).toBe(undefined);
      await change({ leaf: undefined });
      expect(await store.load(GOALS, ['team'])).toEqual([]);
    });

    it('wait for a goal that comes after those below it', async () => {
      await change({ leaf: goal(5, 'team') });
      expect(await sumOf('team')).toEqual([1, 5]);
      await change({ team: goal(1, 'company') });
      expect(await sumOf('company')).toEqual([2, 6]);
    });

    it('are back once a removed goal is back', async () => {
      await change({ company: goal(0), team: goal(1, 'company'), leaf: goal(5, 'team') });
      await change({ team: undefined });
      await change({ team: goal(2, 'company') });
      expect(await sumOf('company')).toEqual([2, 7]);
    });
  });

  describe('along a cycle', () => {
    it.each<[string, Changes]>([
      ['of a goal with itself', { a: goal(1, 'a') }],
      ['of two', { a: goal(1, 'b'), b: goal(1, 'a') }],
      ['of three', { a: goal(1, 'b'), b: goal(1, 'c'), c: goal(1, 'a') }],
      ['above a leaf', { leaf: goal(1, 'a'), a: goal(1, 'b'), b: goal(1, 'a') }],
    ])('%s are refused, and nothing is written', async (_name, changes) => {
      await expect(change(changes)).rejects.toThrow('cycle');
      expect(await store.checkpoint(GOALS)).toBe(undefined);
    });

    it('are refused where the last link closes it', async () => {
      await change({ a: goal(1, 'b'), b: goal(1, 'c'), c: goal(1) });
      await expect(change({ c: goal(1, 'a') })).rejects.toThrow('cycle');
      expect(await sumOf('c')).toEqual([2, 2]);
    });
  });

  describe('in a tree of 10,000 goals', () => {
    const DEPTH = 8;
    const chain = Array.from({ length: DEPTH }, (_, depth) => `chain ${depth}`);
    const reads = async (changes: Changes) => {
      [store.loaded, store.written] = [0, 0];
      await change(changes);
      return { loaded: store.loaded, written: store.written };
    };
    beforeEach(async () => {
      const tree: Record<string, Goal> = {};
      chain.forEach((id, depth) => (tree[id] = goal(1, ...chain.slice(depth - 1, depth))));
      for (let number = 0; number < 10_000 - DEPTH; number++) {
        tree[`leaf ${number}`] = goal(1, chain[number % DEPTH]!);
      }
      await change(tree);
    });

    it('cost one read and one write a level when the deepest leaf changes', async () => {
      expect(await sumOf(chain[0]!)).toEqual([9_999, 9_999]);
      const levels = DEPTH + 1;
      expect(await reads({ [`leaf ${DEPTH - 1}`]: goal(3, chain.at(-1)!) })).toEqual({
        loaded: levels,
        written: levels,
      });
      expect(await sumOf(chain[0]!)).toEqual([9_999, 10_001]);
    });

    it('cost as many levels as there are above where a leaf is added, moved or removed', async () => {
      expect(await reads({ extra: goal(1, chain[1]!) })).toEqual({ loaded: 3, written: 3 });
      expect(await reads({ extra: goal(1, chain[3]!) })).toEqual({ loaded: 5, written: 4 });
      expect(await reads({ extra: undefined })).toEqual({ loaded: 5, written: 5 });
      expect(await sumOf(chain[0]!)).toEqual([9_999, 9_999]);
    });

    it('cost each level once for any number of leaves', async () => {
      const leaves = Array.from({ length: 100 }, (_, number) => `leaf ${DEPTH * number + DEPTH - 1}`);
      const changes = Object.fromEntries(leaves.map((id) => [id, goal(2, chain.at(-1)!)]));
      expect(await reads(changes)).toEqual({ loaded: 100 + DEPTH, written: 100 + DEPTH });
      expect(await sumOf(chain[0]!)).toEqual([9_999, 10_099]);
    });
  });
});
