import type { Opened } from '@pm/eventing';
import type { GoalFigure } from '@pm/insights';
import { actorsIn, figureText } from './goal-figure-text.js';

type Figure = Opened<GoalFigure>;

const event = {
  position: 'log.1',
  stream: 'goal-1',
  revision: 4,
  type: 'GoalTermsRevised',
  actor: 'ada',
  recordedAt: '2026-03-03T09:30:00.000Z',
  reason: 'Half the crew left.',
} as unknown as Figure['terms']['event'];

const figure = (said: object = {}): Figure =>
  ({
    goalId: '1',
    title: 'Mow on time',
    progress: '0.5',
    progressFrom: 'measure',
    clamped: '0.5',
    rule: 'measure increase 1',
    expected: '0.25',
    status: 'on-track',
    policy: 'share-of-elapsed-time 1',
    rounding: { places: 12, mode: 'half-even' },
    day: '2026-03-31',
    terms: { termsRevision: 2, start: '2026-01-01', end: '2026-12-31', event },
    parts: [],
    leftOut: [],
    ...said,
  }) as unknown as Figure;

describe('A goal’s figures as text', () => {
  it('say how far it is, how far it was to be, and by which rule', () => {
    const text = figureText(figure());
    expect(text).toMatch(/^Mow on time\n\nprogress {2}50.0 %\n/);
    expect(text).toMatch(/^expected {2}25.0 % on 2026-03-31$/m);
    expect(text).toMatch(/^by +measure increase 1, share-of-elapsed-time 1, half-even to 12 places$/m);
  });

  it('say why there is no progress', () =>
    expect(figureText(figure({ progress: undefined, reason: 'no-value' }))).toMatch(
      /^progress {2}– \(no-value\)$/m,
    ));

  it('tell each input, and who stated it, when, why, and where in the log', () => {
    const measured = { direction: 'increase', baseline: '50', target: '90', value: '70', period: '2026-01' };
    const text = figureText(
      figure({ measured: { ...measured, source: 'rounds', event } }),
      new Map([['ada', 'Ada']]),
    );
    expect(text).toMatch(/^measure +increase 50 → 90 +2026-03-03 09:30 +Ada +GoalTermsRevised +Half/m);
    expect(text).toMatch(/^value 2026-01 +70 by rounds +2026-03-03 09:30 +Ada .*goal-1@4$/m);
  });

  it('tell each part with its weight, known or not, and what was left out', () => {
    const part = { goalId: '2', title: 'Plant trees', weight: '3', event };
    const parts = [
      { ...part, share: '0.5', progress: '0.4' },
      { ...part, share: '1', reason: 'no-measure' },
    ];
    const leftOut = [{ ...part, title: null, share: '1', because: 'cancelled' }];
    const text = figureText(figure({ rollUp: { mode: 'weighted' }, parts, leftOut }));
    expect(text).toMatch(/^roll-up +weighted$/m);
    expect(text).toMatch(/^Plant trees +40.0 %, weight 3, 50.0 % of it /m);
    expect(text).toMatch(/^Plant trees +– \(no-measure\), weight 3 /m);
    expect(text).toMatch(/^\(erased\) +left out: cancelled /m);
  });

  it('name everybody who stated an input', () => expect(actorsIn(figure())).toEqual(['ada']));
});
