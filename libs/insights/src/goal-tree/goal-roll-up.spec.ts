import type { DecimalText, LocalDate } from '@pm/kernel';
import {
  aligned,
  given,
  goal,
  link,
  lives,
  measureBy,
  measured,
  measuredGoal,
  overridden,
  overrideEnded,
  rolledUpBy,
} from '../testing/goals.examples.js';
import type { TreeEvent } from './goal-tree.view.js';

const progress = (share: string | undefined) => ({ progress: share as DecimalText | undefined });
const top = goal('top');
/** 0.2 of weight 3 and 0.8 of weight 1. */
const parts = [
  top,
  measuredGoal('slow', '2', [link('top', { weight: '3' })]),
  measuredGoal('fast', '8', [link('top')]),
];

describe('rule 10: how parts make the progress is the goal’s own', () => {
  it.each([
    ['weighted', '0.35'],
    ['min', '0.2'],
    ['max', '0.8'],
    ['sum', '1.4'],
    ['worst-status', '0.35'],
  ] as const)('by %s of 0.2 with weight 3 and 0.8 with weight 1: %s', (mode, share) =>
    given(...parts, rolledUpBy('top', mode)).shows('top', {
      ...progress(share),
      rollUp: mode,
      rule: `roll-up ${mode} 1`,
      progressFrom: 'children',
    }),
  );

  it('is the weighted mean where nobody said otherwise', () =>
    given(...parts).shows('top', { ...progress('0.35'), rollUp: 'weighted' }));

  it('of a sum adds what each brings of the whole, known or not yet', () => {
    const quarter = (name: string, value: string | undefined) =>
      measuredGoal(name, value, [link('top', { weight: '0.25' })]);
    given(
      top,
      rolledUpBy('top', 'sum'),
      quarter('a', '10'),
      quarter('b', '2'),
      quarter('c', undefined),
    ).shows('top', { ...progress('0.3'), coverage: '0.666666666667' as DecimalText });
  });

  it('gives what weighs nothing no say in the least and the most', () =>
    given(
      ...parts,
      measuredGoal('idle', '0', [link('top', { weight: '0' })]),
      rolledUpBy('top', 'min'),
    ).shows('top', progress('0.2')));

  it('takes the next one once the least is cancelled', () => {
    const facts = given(...parts, rolledUpBy('top', 'min'), lives('slow', 'GoalCancelled', '06-01'));
    facts.shows('top', progress('0.8'));
    facts.shows('top', progress('0.2'), '05-31');
  });

  it('holds from its day on', () => {
    const facts = given(...parts, rolledUpBy('top', 'max', '03-01'));
    facts.shows('top', progress('0.35'), '02-28');
    facts.shows('top', progress('0.8'));
  });

  it('goes up as it comes out', () =>
    given(goal('city'), goal('top', [link('city')]), ...parts.slice(1), rolledUpBy('top', 'max')).shows(
      'city',
      progress('0.8'),
    ));

  it('leaves a goal without parts to its own measure', () =>
    given(measuredGoal('a', '4', []), rolledUpBy('a', 'max')).shows('a', {
      ...progress('0.4'),
      progressFrom: 'measure',
      rule: 'measure increase 1',
    }));
});

describe('the worst status of the parts', () => {
  const dates = { start: '2026-01-01', end: '2026-12-31' } as Record<'start' | 'end', LocalDate>;
  const dated = (name: string, value: string | undefined, parent: ReturnType<typeof link>) => [
    ...goal(name, [parent], { ...dates, measure: measureBy(name) }),
    ...(value === undefined ? [] : [measured(name, '2026-01', value, '02-01')]),
  ];
  const year = (...more: readonly (TreeEvent | readonly TreeEvent[])[]) =>
    given(
      goal('top', [], dates),
      rolledUpBy('top', 'worst-status'),
      dated('good', '10', link('top')),
      ...more,
    );

  it('is the goal’s own, however good the mean', () => {
    year(dated('bad', '2', link('top'))).showsOn('07-01', 'top', {
      ...progress('0.6'),
      status: 'off-track',
      policy: 'worst-of-parts 1',
    });
    year(dated('fair', '4', link('top'))).showsOn('07-01', 'top', { status: 'at-risk' });
    year().showsOn('07-01', 'top', { status: 'on-track' });
  });

  it('changes with the day, as theirs do', () =>
    year(dated('bad', '2', link('top'))).showsOn('02-01', 'top', { status: 'on-track' }));

  it('does not look at what is unknown, aligned only, or cancelled', () =>
    year(
      dated('silent', undefined, link('top')),
      dated('friend', '0', aligned('top')),
      dated('gone', '0', link('top')),
      lives('gone', 'GoalCancelled', '02-01'),
    ).showsOn('07-01', 'top', { status: 'on-track' }));

  it('reaches up through goals of the same kind', () =>
    year(
      goal('middle', [link('top')], dates),
      rolledUpBy('middle', 'worst-status'),
      dated('well', '10', link('middle')),
      dated('ill', '0', link('middle')),
    ).showsOn('07-01', 'top', { status: 'off-track' }));
});

describe('rule 10: an override', () => {
  const city = [goal('city'), goal('top', [link('city')]), ...parts.slice(1)];

  it('shows as somebody’s word, with what the data say and until when', () =>
    given(...parts, overridden('top', '0.9', '04-30', '03-01')).showsOn('04-30', 'top', {
      ...progress('0.9'),
      progressFrom: 'manual',
      override: { until: '2026-04-30' as LocalDate, computed: '0.35' as DecimalText },
    }));

  it('is over the day after, and before its time', () => {
    const facts = given(...parts, overridden('top', '0.9', '04-30', '03-01'));
    facts.showsOn('05-01', 'top', { ...progress('0.35'), progressFrom: 'children', override: undefined });
    facts.shows('top', { ...progress('0.35'), override: undefined }, '02-28');
  });

  it('ends where it is ended, and gives way to a later one', () => {
    given(...parts, overridden('top', '0.9', '12-31', '03-01'), overrideEnded('top', '04-01')).shows(
      'top',
      progress('0.35'),
    );
    given(
      ...parts,
      overridden('top', '0.9', '12-31', '03-01'),
      overridden('top', '0.7', '12-31', '05-01'),
    ).shows('top', progress('0.7'));
  });

  it('stays with its goal: those above go by what was worked out', () =>
    given(...city, overridden('top', '0.9', '12-31', '03-01')).shows('city', progress('0.35')));

  it('speaks where the data are silent', () =>
    given(goal('mute'), overridden('mute', '0.5', '12-31', '03-01')).shows('mute', {
      ...progress('0.5'),
      progressFrom: 'manual',
    }));
});
