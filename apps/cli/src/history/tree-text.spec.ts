import type { Opened } from '@pm/eventing';
import type { GoalRow, IndicatorRow } from '@pm/insights';
import { percent, treeText } from './tree-text.js';

const goal = (goalId: string, change: object = {}): Opened<GoalRow> =>
  ({
    goalId,
    title: goalId,
    phase: 'active',
    status: 'on-track',
    parents: [],
    ...change,
  }) as unknown as Opened<GoalRow>;
const under = (...parentIds: string[]) => ({ parents: parentIds.map((parentId) => ({ parentId })) });
const kpi = (name: string, goalId: string, change: object = {}): IndicatorRow =>
  ({ name, goalId, status: 'no-target', ...change }) as unknown as IndicatorRow;

/** Titles as they are indented. */
const shape = (text: string) =>
  text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(/(?<=\S) {2,}/)[0]);

describe('The tree of goals as text', () => {
  it('says so where there are no goals', () => expect(treeText({ goals: [] })).toBe('no goals\n'));

  it('puts each goal below its parent, in the order of their titles', () => {
    const goals = [goal('town'), goal('streets', under('town')), goal('care', under('town'))];
    expect(shape(treeText({ goals }))).toEqual(['town', '  care', '  streets']);
  });

  it('puts a goal of two parents below both', () => {
    const goals = [goal('a'), goal('b'), goal('shared', under('a', 'b'))];
    expect(shape(treeText({ goals }))).toEqual(['a', '  shared', 'b', '  shared']);
  });

  it('begins with a goal whose parent is not among those asked for', () =>
    expect(shape(treeText({ goals: [goal('streets', under('town'))] }))).toEqual(['streets']));

  it('does not follow a link that was cut, nor goes round in a circle', () => {
    const cut = { parents: [{ parentId: 'a', cut: true }] };
    expect(shape(treeText({ goals: [goal('a', cut)] }))).toEqual(['a']);
    const goals = [goal('top'), goal('a', under('top', 'b')), goal('b', under('a'))];
    expect(shape(treeText({ goals }))).toEqual(['top', '  a', '    b']);
  });

  it('puts KPIs below the goal that they tell of, with value, target, status and period', () => {
    const indicators = [
      kpi('Potholes', 'streets', { value: '85', target: '82', status: 'on-target', period: 'FY2023' }),
      kpi('Lamps', 'streets', { status: 'no-data' }),
    ];
    const lines = treeText({ goals: [goal('streets')], indicators }).split('\n');
    expect(lines[2]).toMatch(/^ {2}· Lamps +no-data$/);
    expect(lines[3]).toMatch(/^ {2}· Potholes +85 +82 +on-target, FY2023$/);
  });

  it('says why there is no progress, and in which phase a goal is that is not active', () => {
    const paused = goal('streets', { status: 'no-data', reason: 'no-value', phase: 'paused' });
    expect(treeText({ goals: [paused] })).toMatch(/no-data \(no-value\), paused$/m);
  });

  it('tells a title that was erased from one that is empty', () =>
    expect(shape(treeText({ goals: [goal('x', { title: null })] }))).toEqual(['(erased)']));

  it('rounds shares to be read', () => {
    expect(['0.444444444444', '-0.05', '1', undefined].map(percent)).toEqual([
      '44.4 %',
      '-5.0 %',
      '100.0 %',
      '',
    ]);
  });
});
