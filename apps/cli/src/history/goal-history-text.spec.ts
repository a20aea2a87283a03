import type { Opened } from '@pm/eventing';
import type { GoalChange } from '@pm/insights';
import { historyText } from './goal-history-text.js';

type Change = Opened<GoalChange>;

const change = (said: Partial<Change>): Change => ({
  position: 'log.1',
  stream: 'goal-1',
  revision: 0,
  type: 'GoalTermsRevised',
  actor: 'ada',
  recordedAt: '2026-03-03T09:30:00.000Z',
  effects: [{ goalId: '1', sides: ['terms'], progressBefore: undefined, progressAfter: undefined }],
  ...said,
});
const line = (said: Partial<Change>, names?: ReadonlyMap<string, string>) =>
  historyText([change(said)], names).split('\n')[1];

describe('The history of a goal as text', () => {
  it('tells when, who, what, why, and what it did to the progress', () => {
    const effects = [{ goalId: '1', sides: [], progressBefore: '0.25', progressAfter: '0.5' }];
    expect(line({ effects: effects as unknown as Change['effects'], reason: 'Half the crew left.' })).toBe(
      '2026-03-03 09:30             ada    GoalTermsRevised  25.0 % → 50.0 %  Half the crew left.',
    );
  });

  it('tells when it was true where that is another time', () => {
    expect(line({ effectiveAt: '2026-03-03T09:30:00.000Z' })).not.toMatch(/09:30.*09:30/);
    expect(line({ effectiveAt: '2026-01-01T00:00:00.000Z' })).toMatch(/09:30 {2}2026-01-01 00:00/);
  });

  it('calls whoever acted by their name where it is known', () =>
    expect(line({}, new Map([['ada', 'Ada Lovelace']]))).toMatch(/Ada Lovelace/));

  it('names both, whoever did it and for whom', () =>
    expect(line({ onBehalfOf: 'grace' }, new Map([['ada', 'Ada Lovelace']]))).toMatch(
      / Ada Lovelace on behalf of grace /,
    ));
});
