import { ALWAYS, type Entry, type Instant } from '@pm/kernel';
import { restate } from './restate.js';
import { rolledUp } from './roll-up.js';
import { type Goal, type Sum, tree } from './testing/goals.examples.js';
import type { StoredDocument } from './view-store.js';

const is = (id: string, value: number | null, from: Instant = ALWAYS): Entry => ({
  id,
  facet: 'value',
  from,
  value,
});
const under = (id: string, ...above: string[]): Entry => ({ id, facet: 'under', from: ALWAYS, value: above });
const later = '2026-03-03T00:00:00.000Z' as Instant;

describe('Documents restated', () => {
  let documents: Map<string, StoredDocument<Goal, Sum>>;
  beforeEach(async () => {
    documents = new Map();
    await restate(tree, documents, [
      is('top', 0),
      is('team', 1),
      under('team', 'top'),
      is('leaf', 5),
      under('leaf', 'team'),
    ]);
  });
  const sumOf = (id: string) => documents.get(id)?.sum?.total;
  const changedBy = async (...entries: Entry[]) =>
    (await restate(tree, documents, entries)).map(({ after }) => after.id).sort();

  it('hold sums as if added up from scratch, after every step', async () => {
    const steps = [
      [is('leaf', 7, later)],
      [under('leaf', 'top'), is('leaf', null, later)],
      [is('other', 3), under('other', 'team')],
    ];
    for (const entries of steps) {
      await restate(tree, documents, entries);
      const owns = [...documents.values()].map(({ id, own }) => ({ id, own }));
      expect(rolledUp(tree.rollup!, owns)).toEqual(documents);
    }
  });

  it('tell which of them changed: those stated and those above', async () => {
    expect([sumOf('team'), sumOf('top')]).toEqual([5, 6]);
    expect(await changedBy(is('leaf', 8, later))).toEqual(['leaf', 'team', 'top']);
    expect([sumOf('team'), sumOf('top')]).toEqual([8, 9]);
  });

  it('come with what they were before', async () => {
    const [leaf] = await restate(tree, documents, [is('leaf', 8, later)]);
    expect([leaf!.before.own?.value?.value, leaf!.after.own?.value?.value]).toEqual([5, 8]);
    const [made] = await restate(tree, documents, [is('new', 2)]);
    expect(made!.before).toEqual({ id: 'new' });
  });

  it('do not change by what was true earlier than what stands, or stands already', async () => {
    await changedBy(is('leaf', 8, later));
    expect(await changedBy(is('leaf', 5), is('leaf', 8, later))).toEqual([]);
    expect(sumOf('top')).toBe(9);
  });

  it('do not exist unless they are among them, and are made where they are stated', async () => {
    expect(await changedBy(is('new', 2), under('new', 'unborn'))).toEqual(['new', 'unborn']);
    expect(documents.get('unborn')).toEqual({ id: 'unborn', sum: { total: 2 } });
  });

  it('cut a link that closes a cycle with those that stand (rule 12)', async () => {
    await changedBy(under('top', 'leaf'));
    expect(documents.get('top')?.own?.under?.value).toEqual([]);
    expect(sumOf('top')).toBe(6);
  });

  it('let two links turn round where the first makes way for the second', async () => {
    await changedBy(under('leaf'), under('team'), under('top', 'leaf'));
    expect([sumOf('leaf'), sumOf('team'), sumOf('top')]).toEqual([undefined, undefined, undefined]);
    await changedBy(is('top', 4, later));
    expect(sumOf('leaf')).toBe(4);
  });
});
