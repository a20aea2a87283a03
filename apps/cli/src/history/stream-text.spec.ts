import { replayText, streamText, withoutMaps } from './stream-text.js';
import { foldOf } from './folds.js';

const recordedAt = '2026-03-03T09:30:00.000Z';
const step = (revision: number, type: string, state: object) => ({ revision, type, recordedAt, state });

describe('A stream as text', () => {
  it('tells of each event what it says, when, by whom and why', () => {
    const told = {
      revision: 3,
      recordedAt,
      effectiveAt: '2026-03-01T00:00:00.000Z',
      type: 'throughline.planning.GoalPaused',
      actor: 'ada',
      reason: 'Rain.',
      data: { goalId: 'g' },
    };
    expect(streamText([told]).split('\n')[1]).toBe(
      '3  2026-03-03 09:30  2026-03-01 00:00  GoalPaused  ada    Rain.   {"goalId":"g"}',
    );
    expect(streamText([{ ...told, reason: null }])).toMatch(/\(erased\)/);
    expect(streamText([{ ...told, onBehalfOf: 'grace' }])).toMatch(/ada on behalf of grace/);
  });

  it('tells of each step what it changed, and of the first one everything', () => {
    const text = replayText([
      step(0, 'GoalDrafted', { phase: 'draft', title: 'Mow' }),
      step(1, 'GoalAgreed', { phase: 'agreed', title: 'Mow' }),
      step(2, 'GoalWithdrawn', { phase: 'agreed' }),
    ]);
    expect(text.split('\n')).toEqual([
      '0  GoalDrafted  2026-03-03 09:30',
      '    phase  "draft"',
      '    title  "Mow"',
      '',
      '1  GoalAgreed  2026-03-03 09:30',
      '    phase  "agreed"',
      '',
      '2  GoalWithdrawn  2026-03-03 09:30',
      '    title  (gone)',
      '',
    ]);
  });

  it('writes maps as objects, however deep', () =>
    expect(
      withoutMaps({ units: new Map([['u', { heads: [new Map([['a', 1]])] }]]), name: undefined }),
    ).toEqual({
      units: { u: { heads: [{ a: 1 }] } },
      name: undefined,
    }));

  it.each(['goal-1', 'kpi-1', 'measurements-1.2020s', 'person-1', 'deputies-1', 'organisation-chart'])(
    'knows how %s adds up',
    (stream) => expect(foldOf(stream)).toBeDefined(),
  );

  it('knows no other kinds of streams', () => expect(foldOf('goals-1')).toBeUndefined());
});
