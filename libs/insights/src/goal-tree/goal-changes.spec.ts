import { OPERATOR } from '@pm/access';
import {
  day,
  goal,
  link,
  lives,
  measureBy,
  measured,
  measuredGoal,
  placed,
  revised,
} from '../testing/goals.examples.js';
import { loggedTree, recordedOn } from '../testing/tree-log.js';
import { type ChangesRequest, ReadGoalChanges, ReadGoalChangesHandler } from './goal-changes.query.js';
import type { TreeEvent } from './goal-tree.view.js';

async function changesOf(facts: readonly TreeEvent[], request: ChangesRequest) {
  const { reader, views, told, sights } = await loggedTree(facts);
  return new ReadGoalChangesHandler(reader, views, told, sights).execute(
    new ReadGoalChanges(OPERATOR, request),
  );
}

describe('What changed between two moments', () => {
  const past = [...goal('top'), ...measuredGoal('a', '5', [link('top')])];
  const since = { asOf: day('02-28'), asKnownAt: recordedOn(past.length - 1) };

  it('is nothing between a moment and itself', async () => {
    expect(await changesOf(past, { since, until: since })).toEqual([]);
    expect(await changesOf(past, { since: {}, until: {} })).toEqual([]);
  });

  it('is each event with author, times and reason, and with its effect all the way up', async () => {
    const terms = revised('a', { measure: measureBy('a', { target: '20' as never }) }, '03-01');
    expect(await changesOf([...past, terms], { since, until: {} })).toEqual([
      expect.objectContaining({
        stream: `test-${past.length}`,
        revision: 0,
        type: 'GoalTermsRevised',
        actor: 'ada',
        recordedAt: recordedOn(past.length),
        effectiveAt: day('03-01'),
        reason: expect.anything(),
        effects: [
          { goalId: 'a', sides: ['requested', 'terms'], progressBefore: '0.5', progressAfter: '0.25' },
          { goalId: 'top', sides: [], progressBefore: '0.5', progressAfter: '0.25' },
        ],
      }),
    ]);
  });

  it('is what was learned since, also of earlier times, and what became true since', async () => {
    const late = [measured('a', '2026-01', '8', '02-10', 'late'), measured('a', '2026-03', '9', '03-31')];
    const until = { asOf: day('03-15') };
    const changes = await changesOf([...past, ...late], { since, until });
    expect(changes.map(({ effectiveAt }) => effectiveAt)).toEqual([day('02-10')]);
    const known = { asKnownAt: recordedOn(past.length + 1) };
    const passed = await changesOf([...past, ...late], {
      since: { ...known, asOf: day('03-15') },
      until: { ...known, asOf: day('04-01') },
    });
    expect(passed.map(({ effectiveAt }) => effectiveAt)).toEqual([day('03-31')]);
  });

  it('is for one goal what changed it or what stands below it, and nothing else', async () => {
    const facts = [
      ...past,
      ...goal('b'),
      lives('b', 'GoalPaused', '03-02'),
      lives('a', 'GoalCancelled', '03-03'),
    ];
    const types = async (goalId: string) =>
      (await changesOf(facts, { since, until: {}, goalId })).map(({ type }) => type);
    expect(await types('top')).toEqual(['GoalCancelled']);
    expect(await types('b')).toEqual(['GoalDrafted', 'GoalActivated', 'GoalPaused']);
    expect(await types('unknown')).toEqual([]);
  });

  it('takes a move as one change of both parents', async () => {
    const facts = [...past, ...goal('other'), placed('a', [link('other')], '03-01')];
    const [moved] = (await changesOf(facts, { since, until: {} })).slice(-1);
    expect(new Map(moved!.effects.map(({ goalId, ...effect }) => [goalId as string, effect]))).toEqual(
      new Map(
        Object.entries({
          a: { sides: ['parents'], progressBefore: '0.5', progressAfter: '0.5' },
          top: { sides: [], progressBefore: '0.5', progressAfter: undefined },
          other: { sides: [], progressBefore: undefined, progressAfter: '0.5' },
        }),
      ),
    );
  });

  it('begins with nothing where no first moment is named, or one before everything', async () => {
    const all = await changesOf(past, { until: {} });
    expect(all).toHaveLength(past.length);
    expect(await changesOf(past, { since: { asKnownAt: day('01-01') }, until: {} })).toHaveLength(
      past.length,
    );
    expect(await changesOf(past, { until: { asKnownAt: day('01-01') } })).toEqual([]);
  });

  it.each([
    [{ asOf: day('03-02') }, { asOf: day('03-01') }],
    [{ asKnownAt: recordedOn(3) }, { asKnownAt: recordedOn(1) }],
    [{}, { asOf: day('03-01') }],
    [{ asOf: day('02-01') }, { asOf: day('03-01'), asKnownAt: recordedOn(1) }],
  ])('is refused where the first moment lies after the second, on either time', (first, second) =>
    expect(changesOf(past, { since: first, until: second })).rejects.toMatchObject({
      code: 'moments-reversed',
    }),
  );
});
