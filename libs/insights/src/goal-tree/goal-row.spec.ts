import type { DecimalText, GoalId, KpiId, LocalDate, Measure, Period, UnitId } from '@pm/kernel';
import {
  given,
  goal,
  link,
  lives,
  measureBy,
  measured,
  measuredGoal,
  revised,
  treeOf,
} from '../testing/goals.examples.js';
import type { TreeEvent } from './goal-tree.view.js';

const YEAR = { start: '2026-01-01', end: '2026-12-31' } as { start: LocalDate; end: LocalDate };

/** A goal of 100 days from New Year on, at a share of its way. */
const at = (value: string | undefined) => [
  goal('calls', [], {
    start: YEAR.start,
    end: '2026-04-10' as LocalDate,
    measure: measureBy('calls', { target: '1' as DecimalText }),
  }),
  ...(value === undefined ? [] : [measured('calls', '2026-01', value, '01-02')]),
];
const statusOn = (today: string, value: string | undefined) =>
  treeOf(at(value).flat()).row('calls', today)?.status;

describe('rule 7: zones', () => {
  const zones = (commit: string, target: string, stretch: string) =>
    measureBy('calls', { direction: 'ordinal', commit, target, stretch } as Partial<Measure>);

  it('are those in force when the value was true: later ones do not change it', () => {
    const facts = given(
      goal('calls', [], { measure: zones('3', '7', '10') }),
      measured('calls', '2026-01', '7', '01-31'),
      revised('calls', { measure: zones('5', '8', '12') }, '03-01'),
    );
    facts.shows('calls', {
      progress: '0.7' as DecimalText,
      measure: expect.objectContaining({ zone: 'target', met: true }),
    });
  });

  it('are the new ones for a value true from then on', () =>
    given(
      goal('calls', [], { measure: zones('3', '7', '10') }),
      revised('calls', { measure: zones('5', '8', '12') }, '03-01'),
      measured('calls', '2026-03', '7', '03-31'),
    ).shows('calls', {
      progress: '0.3' as DecimalText,
      measure: expect.objectContaining({ zone: 'commit', met: false }),
    }));

  it('are the goal’s first ones for a value from before it', () =>
    given(
      goal('calls', [], { measure: zones('3', '7', '10') }),
      measured('calls', '2025-12', '10', '2025-12-31'),
    ).shows('calls', { progress: '1' as DecimalText }));
});

describe('rule 13: status is computed, from progress and elapsed time', () => {
  it.each([
    ['2026-02-19', '0.45', 'on-track'],
    ['2026-02-19', '0.449999999999', 'on-track'],
    ['2026-02-19', '0.4499999', 'at-risk'],
    ['2026-02-19', '0.35', 'at-risk'],
    ['2026-02-19', '0.3499999', 'off-track'],
    ['2025-12-31', '0', 'on-track'],
    ['2026-01-01', '0', 'off-track'],
    ['2026-04-10', '0.9', 'on-track'],
    ['2027-01-01', '1.2', 'on-track'],
  ])('on %s at %s it is %s: a value on a threshold has the better one', (today, value, status) =>
    expect(statusOn(today, value)).toBe(status),
  );

  it('is not healthy without data, and not without dates', () => {
    expect(statusOn('2026-02-19', undefined)).toBe('no-data');
    given(measuredGoal('calls', '10', [])).shows('calls', { status: 'no-dates', expected: undefined });
    given(goal('calls', [], YEAR)).shows('calls', { status: 'no-data', reason: 'no-measure' });
  });

  it('names the policy and its version by which it was computed', () =>
    given(...at('0.5')).shows('calls', { policy: 'share-of-elapsed-time 1' }));

  it('uses each goal’s own dates and own progress', () => {
    const tree = treeOf([
      ...goal('top', [], YEAR),
      ...goal('early', [link('top')], {
        ...YEAR,
        end: '2026-03-31' as LocalDate,
        measure: measureBy('early'),
      }),
      measured('early', '2026-01', '5', '02-01'),
    ]);
    expect(tree.row('early', '2026-03-31')).toMatchObject({
      progress: '0.5',
      expected: '1',
      status: 'off-track',
    });
    expect(tree.row('top', '2026-03-31')).toMatchObject({ progress: '0.5', status: 'on-track' });
  });
});

describe('A goal in the tree', () => {
  it('shows the value that measures it, and whether that meets the target', () => {
    given(...at('1')).shows('calls', {
      measure: expect.objectContaining({ value: '1', period: '2026-01', met: true }),
    });
    given(...at('0.99')).shows('calls', { measure: expect.objectContaining({ met: false }) });
  });

  it('shows its result once it is completed, and none once it is reopened', () => {
    const done = [...goal('calls'), lives('calls', 'GoalCompleted', '06-01')];
    given(done).shows('calls', { phase: 'completed', result: { result: 'partly', acknowledged: false } });
    const again = given(done, lives('calls', 'GoalReopened', '07-01'));
    again.shows('calls', { phase: 'active', result: undefined });
    again.shows('calls', { phase: 'completed', result: { result: 'partly', acknowledged: false } }, '06-15');
  });

  it('is not there before it was drafted', () => given(goal('calls')).showsNothing('calls', '2025-12-31'));

  it('says that it was imported, and that nobody here agreed to it', () => {
    const data = {
      goalId: 'calls' as GoalId,
      number: '12',
      source: 'ledger',
      title: 'calls',
      kind: 'service',
      unitId: 'parks' as UnitId,
      parents: [],
    };
    given({ type: 'GoalImported', data }).shows('calls', { imported: true, number: '12', termsRevision: 0 });
  });

  it('shows a link that closes a cycle as cut (rule 12)', () => {
    const { row } = treeOf([...goal('a', [link('b')]), ...goal('b', [link('a')])]);
    const cut = [row('a')!, row('b')!].flatMap(({ parents }) => parents).filter((each) => each.cut);
    expect(cut).toHaveLength(1);
  });
});

describe('rule 13: an indicator', () => {
  const kpi = (direction: 'increase' | 'decrease'): TreeEvent => ({
    type: 'KpiDefined',
    data: {
      kpiId: 'kpi calls' as KpiId,
      name: 'Calls answered',
      unitId: 'parks' as UnitId,
      goalId: 'top' as GoalId,
      direction,
      frequency: 'monthly',
      aggregation: 'last',
      labels: [],
    },
  });
  const target = (period: string, value: string): TreeEvent => ({
    type: 'TargetSet',
    data: { kpiId: 'kpi calls' as KpiId, period: period as Period, value: value as DecimalText },
  });
  const value = measured('calls', '2026-01', '5', '01-31');

  it.each([
    ['increase', '5', 'on-target'],
    ['increase', '5.1', 'off-target'],
    ['decrease', '5', 'on-target'],
    ['decrease', '4.9', 'off-target'],
  ] as const)('to %s, with target %s, is %s at 5', (direction, wanted, status) => {
    const { indicator } = treeOf([kpi(direction), target('2026-01', wanted), value]);
    expect(indicator('calls')).toMatchObject({ status, value: '5', period: '2026-01', target: wanted });
  });

  it('is without target where its period has none, and not healthy', () => {
    expect(treeOf([kpi('increase'), target('2026-02', '1'), value]).indicator('calls')).toMatchObject({
      status: 'no-target',
      target: undefined,
    });
  });

  it('has no data before its first value', () => {
    const facts = [kpi('increase'), target('2026-01', '1'), value];
    expect(treeOf(facts, '01-30').indicator('calls')?.status).toBe('no-data');
  });

  it('does not count towards the goal that it tells of', () =>
    given(goal('top'), kpi('increase'), value).shows('top', { progress: undefined, reason: 'no-measure' }));
});
