import type { DecimalText } from '@pm/kernel';
import {
  aligned,
  given,
  goal,
  link,
  lives,
  measureBy,
  measured,
  measuredGoal,
  placed,
  revised,
} from '../testing/goals.examples.js';

const shares = (progress: string | undefined, coverage?: string) => ({
  progress: progress as DecimalText | undefined,
  coverage: coverage as DecimalText | undefined,
});
const top = goal('top');

describe('rule 8: progress is the weighted mean of what counts', () => {
  const weighing = (name: string, value: string | undefined, weight: string) =>
    measuredGoal(name, value, [link('top', { weight })]);

  it('takes 3 × 33.33 as a whole', () => {
    const thirds = ['a', 'b', 'c'].map((name) => weighing(name, '10', '33.33'));
    given(top, ...thirds).shows('top', shares('1', '1'));
    given(top, ...thirds.with(0, weighing('a', '1', '33.33'))).shows('top', shares('0.7', '1'));
  });

  it('takes weights that sum to 1.0000000007', () => {
    given(top, weighing('a', '10', '0.5000000007'), weighing('b', '0', '0.5')).shows(
      'top',
      shares('0.50000000035', '1'),
    );
  });

  it('takes weights as relative, whatever they sum to', () => {
    given(top, weighing('a', '10', '3'), weighing('b', '0', '1')).shows('top', shares('0.75', '1'));
    given(top, weighing('a', '10', '0.003'), weighing('b', '0', '0.001')).shows('top', shares('0.75', '1'));
  });

  it('rounds once a node, half to even, to 12 places', () => {
    given(top, weighing('a', '10', '1'), weighing('b', '0', '2')).shows('top', shares('0.333333333333', '1'));
    given(top, weighing('a', '10', '2'), weighing('b', '0', '1')).shows('top', shares('0.666666666667', '1'));
  });

  it('is undefined where the weights sum to 0, and says why', () => {
    given(top, weighing('a', '10', '0'), weighing('b', '5', '0')).shows('top', {
      ...shares(undefined),
      reason: 'no-weight',
      status: 'no-data',
    });
  });

  it('gives a child of weight 0 no say beside others', () => {
    given(top, weighing('a', '10', '0'), weighing('b', '5', '2')).shows('top', shares('0.5', '1'));
  });

  it('clamps what goes up, and shows a goal’s own progress raw (rule 1)', () => {
    const facts = given(top, weighing('over', '15', '1'), weighing('under', '-5', '1'));
    facts.shows('over', shares('1.5'));
    facts.shows('under', shares('-0.5'));
    facts.shows('top', shares('0.5', '1'));
  });

  it('is by the own measure where no child contributes, and by the children once one does', () => {
    const own = [
      goal('top', [], { measure: measureBy('calls') }),
      measured('calls', '2026-01', '4', '02-01'),
    ];
    given(...own).shows('top', { ...shares('0.4'), measure: expect.objectContaining({ value: '4' }) });
    given(...own, measuredGoal('a', '10', [aligned('top')])).shows('top', shares('0.4'));
    given(...own, measuredGoal('a', '10', [link('top')])).shows('top', shares('1', '1'));
  });

  it('is undefined without children and without a measure', () =>
    given(top).shows('top', { ...shares(undefined), reason: 'no-measure' }));
});

describe('rule 3: what is not known is not 0', () => {
  it('leaves a child without a value out of the mean, and tells how much is known', () => {
    given(
      top,
      measuredGoal('a', '8', [link('top', { weight: '3' })]),
      measuredGoal('b', undefined, [link('top')]),
    ).shows('top', shares('0.8', '0.75'));
  });

  it('knows nothing where no child has a value', () => {
    given(top, measuredGoal('a', undefined, [link('top')])).shows('top', {
      ...shares(undefined, '0'),
      reason: 'nothing-known',
    });
  });

  it('leaves a child without a baseline out', () => {
    const { baseline: _, ...unbased } = measureBy('b');
    const facts = given(
      top,
      measuredGoal('a', '8', [link('top')]),
      goal('b', [link('top')], { measure: unbased }),
      measured('b', '2026-01', '10', '02-01'),
    );
    facts.shows('b', {
      ...shares(undefined),
      reason: 'no-baseline',
      measure: expect.objectContaining({ met: true }),
    });
    facts.shows('top', shares('0.8', '0.5'));
  });

  it('carries what is not known upwards as not known', () => {
    given(
      top,
      goal('unit', [link('top')]),
      measuredGoal('a', undefined, [link('unit')]),
      measuredGoal('b', '5', [link('top')]),
    ).shows('top', shares('0.5', '0.5'));
  });
});

describe('rules 1 and 2: progress of a measure', () => {
  const at = (value: string, change: Partial<ReturnType<typeof measureBy>>) =>
    given(
      goal('calls', [], { measure: measureBy('calls', change) }),
      measured('calls', '2026-01', value, '02-01'),
    );
  const [ten, two] = ['10', '2'] as DecimalText[];

  it.each([
    ['10', '0'],
    ['4', '0.75'],
    ['2', '1'],
    ['12', '-0.25'],
  ])('of a decreasing one from 10 to 2 is at %s: %s', (value, progress) =>
    at(value, { baseline: ten, target: two, direction: 'decrease' }).shows('calls', shares(progress)),
  );

  it.each([
    ['increase', '10', '1'],
    ['increase', '9.999', '0'],
    ['decrease', '10', '1'],
    ['decrease', '10.001', '0'],
  ] as const)('with baseline = target, to %s, is at %s: %s, never 0.5', (direction, value, progress) =>
    at(value, { baseline: ten, target: ten, direction }).shows('calls', shares(progress)),
  );
});

describe('rule 9: links and phases have dates', () => {
  const two = [top, measuredGoal('a', '10', [link('top')]), measuredGoal('b', '0', [link('top')])];

  it.each(['GoalCancelled', 'GoalPostponed'] as const)(
    '%s takes a goal out of the mean from then on; history stays',
    (ends) => {
      const facts = given(...two, lives('b', ends, '06-01'));
      facts.shows('top', shares('1', '1'));
      facts.shows('top', shares('1', '1'), '06-01');
      facts.shows('top', shares('0.5', '1'), '05-31');
    },
  );

  it.each(['GoalPaused', 'GoalCompleted', 'GoalAgreed'] as const)('%s keeps it in the mean', (step) =>
    given(...two, lives('b', step, '06-01')).shows('top', shares('0.5', '1')),
  );

  it('takes it back once it is reopened', () => {
    const facts = given(...two, lives('b', 'GoalCancelled', '06-01'), lives('b', 'GoalReopened', '07-01'));
    facts.shows('top', shares('0.5', '1'));
    facts.shows('top', shares('1', '1'), '06-15');
  });

  it('counts a goal that is archived as before, and a draft that is discarded not at all', () => {
    given(...two, lives('b', 'GoalCompleted', '06-01'), lives('b', 'GoalArchived', '07-01')).shows(
      'top',
      shares('0.5', '1'),
    );
    given(...two, lives('b', 'GoalDiscarded', '06-01')).shows('top', shares('1', '1'));
  });

  it('does not count a draft', () => {
    const [draft] = measuredGoal('c', '10', [link('top')]);
    given(top, measuredGoal('b', '5', [link('top')]), [draft!]).shows('top', shares('0.5', '1'));
  });

  it('does not count a goal that is only aligned', () =>
    given(top, measuredGoal('a', '10', [link('top')]), measuredGoal('b', '0', [aligned('top')])).shows(
      'top',
      shares('1', '1'),
    ));

  it('counts a moved goal under its new parent from then on, and under the old one until then', () => {
    const facts = given(...two, goal('other'), placed('b', [link('other')], '06-01'));
    facts.shows('top', shares('1', '1'));
    facts.shows('other', shares('0', '1'));
    facts.shows('top', shares('0.5', '1'), '05-31');
    facts.shows('other', shares(undefined), '05-31');
  });

  it('counts a goal nowhere before it was drafted, though it is placed as of then', () => {
    const facts = given(
      top,
      measuredGoal('a', '10', [link('top')]),
      placed('a', [link('top')], '2025-06-01'),
    );
    facts.showsNothing('a', '2025-07-01');
    facts.showsNothing('top', '2025-07-01');
    facts.shows('top', shares('1', '1'));
  });
});

describe('rule 11: a share under each of several parents', () => {
  const shared = (left: string, right: string) =>
    measuredGoal('shared', '10', [link('left', { share: left }), link('right', { share: right })]);
  const both = [goal('left', [link('top')]), goal('right', [link('top')]), top];

  it('counts in each by its weight times its share', () => {
    const facts = given(
      ...both,
      shared('0.25', '0.75'),
      ...['left', 'right'].map((name) => measuredGoal(`own ${name}`, '0', [link(name)])),
    );
    facts.shows('left', shares('0.2', '1'));
    facts.shows('right', shares('0.428571428571', '1'));
    facts.shows('top', shares('0.314285714286', '1'));
  });

  it('counts whole where no share is given, and not at all with a share of 0', () => {
    given(...both, measuredGoal('a', '10', [link('left'), link('right')])).shows('right', shares('1', '1'));
    given(...both, shared('1', '0')).shows('right', { ...shares(undefined), reason: 'no-weight' });
  });
});

describe('rule 20: the latest is the one true latest', () => {
  const calls = goal('calls', [], { measure: measureBy('calls') });

  it('takes the value that was true last, not the one recorded last', () => {
    const facts = given(
      calls,
      measured('calls', '2026-02', '6', '02-28'),
      measured('calls', '2026-01', '3', '01-31'),
    );
    facts.shows('calls', shares('0.6'));
    facts.shows('calls', shares('0.3'), '02-01');
  });

  it('takes of two that are true at the same time the one recorded later', () =>
    given(
      calls,
      measured('calls', '2026-01', '3', '01-31', 'rounds'),
      measured('calls', '2026-01', '4', '01-31', 'report'),
    ).shows('calls', shares('0.4')));

  it('reads each moment by the terms that held then', () => {
    const facts = given(
      calls,
      measured('calls', '2026-01', '5', '01-31'),
      revised('calls', { measure: measureBy('calls', { target: '20' as DecimalText }) }, '03-01'),
      revised('calls', { measure: measureBy('calls', { target: '5' as DecimalText }) }, '02-15'),
    );
    facts.shows('calls', shares('0.25'));
    facts.shows('calls', shares('0.5'), '02-14');
    facts.shows('calls', shares('1'), '02-20');
  });

  it('reads across the years that keep values apart', () => {
    given(
      calls,
      measured('calls', '2026-01', '7', '01-31'),
      measured('calls', '2025-12', '9', '01-15'),
    ).shows('calls', shares('0.7'));
  });
});
