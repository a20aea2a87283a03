import { OPERATOR } from '@pm/access';
import type { DecimalText, LocalDate, Measure } from '@pm/kernel';
import { type AsOf } from '../goal-tree/tree-reader.js';
import type { TreeEvent } from '../goal-tree/goal-tree.view.js';
import {
  aligned,
  goal,
  link,
  lives,
  measureBy,
  measured,
  measuredGoal,
  overridden,
  placed,
  revised,
  rolledUpBy,
} from '../testing/goals.examples.js';
import { loggedTree, recordedOn } from '../testing/tree-log.js';
import { ReadGoalFigure, ReadGoalFigureHandler } from './goal-figure.query.js';

async function figureOf(name: string, facts: readonly (TreeEvent | readonly TreeEvent[])[], at: AsOf = {}) {
  const { reader, answers, told, sights } = await loggedTree(facts.flat());
  const handler = new ReadGoalFigureHandler(reader, answers, told, sights);
  return handler.execute(new ReadGoalFigure(OPERATOR, name, at));
}

/** The fact of this place, as told. */
const by = (place: number, type: TreeEvent['type']) =>
  expect.objectContaining({ stream: `test-${place}`, revision: 0, type, actor: 'ada' }) as unknown;

describe('A figure of a goal that its own measure tells', () => {
  const terms = { start: '2026-01-01', end: '2026-12-31' } as { start: LocalDate; end: LocalDate };

  it('names its terms, its value and their events', async () => {
    const measure = measureBy('a');
    const facts = [goal('a', [], { ...terms, measure }), measured('a', '2026-01', '12', '02-01')];
    expect(await figureOf('a', facts)).toMatchObject({
      progress: '1.2',
      clamped: '1',
      expected: '1',
      day: '2026-12-31',
      rule: 'measure increase 1',
      thresholds: { onTrack: '0.9', atRisk: '0.7', tolerance: '0.0000000001' },
      terms: { ...terms, termsRevision: 1, event: by(0, 'GoalDrafted') },
      measured: { ...measure, value: '12', source: 'report', event: by(2, 'MeasurementRecorded') },
    });
  });

  it('goes by the value that stands: of several sources the one that was true last', async () => {
    const other = measured('a', '2026-01', '3', '02-02', 'system');
    expect(await figureOf('a', [measuredGoal('a', '5', []), other])).toMatchObject({
      measured: { value: '3', source: 'system', event: by(3, 'MeasurementRecorded') },
    });
  });

  it('rule 7: names the zones that were in force when the value was true, and what put them there', async () => {
    const zones = (commit: string, target: string, stretch: string) =>
      measureBy('a', { direction: 'ordinal', commit, target, stretch } as Partial<Measure>);
    const facts = [
      goal('a', [], { measure: zones('3', '7', '10') }),
      measured('a', '2026-01', '7', '01-31'),
      revised('a', { measure: zones('5', '8', '12') }, '03-01'),
    ];
    expect(await figureOf('a', facts)).toMatchObject({
      progress: '0.7',
      terms: { event: by(3, 'GoalTermsRevised') },
      measured: { commit: '3', target: '7', stretch: '10', zonesEvent: by(0, 'GoalDrafted') },
    });
  });

  it('says what somebody said instead, and what goes up all the same', async () => {
    const facts = [measuredGoal('a', '5', []), overridden('a', '0.8', '12-31', '11-01')];
    expect(await figureOf('a', facts)).toMatchObject({
      progress: '0.8',
      progressFrom: 'manual',
      clamped: '0.5',
      override: { progress: '0.8', computed: '0.5', event: by(3, 'GoalProgressOverridden') },
      measured: { value: '5' },
    });
  });
});

describe('A figure of a goal that others tell', () => {
  it('names each part with its weight, known or not, and what placed it', async () => {
    const facts = [
      goal('top'),
      measuredGoal('a', '15', [link('top', { weight: '3', share: '0.5' })]),
      measuredGoal('b', undefined, []),
      placed('b', [link('top')], '03-01'),
      rolledUpBy('top', 'max', '04-01'),
    ];
    const figure = await figureOf('top', facts);
    expect(figure).toMatchObject({
      rule: 'roll-up max 1',
      coverage: '0.6',
      rollUp: { mode: 'max', event: by(8, 'GoalRollUpSet') },
      parts: [
        { goalId: 'a', weight: '3', share: '0.5', progress: '1', event: by(2, 'GoalDrafted') },
        { goalId: 'b', weight: '1', share: '1', reason: 'no-value', event: by(7, 'GoalPlaced') },
      ],
      leftOut: [],
    });
    expect(figure.parts[1]).toMatchObject({ progress: undefined });
    expect(figure.measured).toBe(undefined);
  });

  it('tells what does not contribute, and why', async () => {
    const facts = [
      goal('top'),
      measuredGoal('a', '5', [aligned('top')]),
      measuredGoal('b', '5', [link('top')]),
      lives('b', 'GoalCancelled', '03-01'),
      goal('c', [link('top')]),
      placed('top', [link('c')], '04-01'),
    ];
    expect((await figureOf('top', facts)).leftOut).toMatchObject([
      { goalId: 'a', because: 'only-aligned', event: by(2, 'GoalDrafted') },
      { goalId: 'b', because: 'cancelled', event: by(8, 'GoalCancelled') },
    ]);
    expect((await figureOf('c', facts)).leftOut).toMatchObject([
      { goalId: 'top', because: 'cut', event: by(11, 'GoalPlaced') },
    ]);
  });

  it('goes by the worst status of its parts where it is to', async () => {
    const behind = { start: '2026-01-01', end: '2026-12-31', measure: measureBy('a') };
    const facts = [
      goal('top', [], { start: behind.start as LocalDate, end: behind.end as LocalDate }),
      goal('a', [link('top')], behind as Parameters<typeof goal>[2]),
      measured('a', '2026-01', '5', '02-01'),
      rolledUpBy('top', 'worst-status'),
    ];
    expect(await figureOf('top', facts)).toMatchObject({
      status: 'off-track',
      policy: 'worst-of-parts 1',
      parts: [{ status: 'off-track' }],
    });
  });

  it('has at most a thousand goals under it', async () => {
    const many = Array.from({ length: 1001 }, (_, number) => goal(`part ${number}`, [link('top')])[0]!);
    await expect(figureOf('top', [goal('top'), many])).rejects.toMatchObject({ name: 'LimitExceeded' });
  });
});

describe('A figure at a moment', () => {
  const facts = [...measuredGoal('a', '5', []), measured('a', '2026-02', '8' as DecimalText, '03-01')];

  it('has the inputs that were known and true then', async () => {
    const [known, february] = [{ asKnownAt: recordedOn(2) }, { asOf: recordedOn(0) }];
    expect(await figureOf('a', facts, known)).toMatchObject({ measured: { value: '5' } });
    expect(await figureOf('a', facts, february)).toMatchObject({
      day: '2026-12-01',
      measured: { value: '8' },
    });
  });

  it('is of no goal that was not there', async () => {
    const unknown = { code: 'goal-unknown' };
    await expect(figureOf('b', facts)).rejects.toMatchObject(unknown);
    await expect(
      figureOf('a', facts, { asKnownAt: '2026-01-01T00:00:00.000Z' as never }),
    ).rejects.toMatchObject(unknown);
    await expect(figureOf('kpi a', facts)).rejects.toMatchObject(unknown);
  });
});
