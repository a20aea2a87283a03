import { decision } from '@pm/kernel/testing';
import { EITHER_SIDE, holdsInItsPhasesAndForItsSides, needsAReason } from '../testing/goal-verb.js';
import { adasGoal, day, decimal, goalId, manager, now, owner } from '../testing/goals.examples.js';
import { goals } from './goal.state.js';
import { endOverride, overrideProgress, setRollUp } from './roll-up.decide.js';

const { overridden, overrideEnded, past, rolledUpBy } = adasGoal;
const asked = { goalId, standing: owner, reason: 'a chain is as strong as its weakest link', from: now };
const DRAFTED_OR_LIVE = ['draft', 'proposed', 'agreed', 'active', 'paused'] as const;
const LIVE = ['agreed', 'active', 'paused'] as const;

describe('Set how parts make the progress of a goal (rule 10)', () => {
  const { given } = decision(goals, setRollUp);
  const least = { ...asked, mode: 'min' as const };

  it('is an event of the goal, from a moment on', () =>
    given(...past.active)
      .when(least)
      .gives(rolledUpBy('min')));

  it('records nothing for what holds already, at first the weighted mean', () => {
    given(...past.active)
      .when({ ...least, mode: 'weighted' })
      .gives();
    given(...past.active, rolledUpBy('min'))
      .when(least)
      .gives();
  });

  needsAReason(setRollUp, past.active, least);
  holdsInItsPhasesAndForItsSides(setRollUp, {
    phases: DRAFTED_OR_LIVE,
    sides: EITHER_SIDE,
    admin: true,
    otherwise: 'not-your-goal',
    asked: least,
  });
});

describe('Override the progress of a goal (rule 10)', () => {
  const { given } = decision(goals, overrideProgress);
  const until = (last: string) => ({
    ...asked,
    standing: manager,
    progress: decimal('0.6'),
    until: day(last),
    today: day('2026-03-03'),
  });

  it('is an event with its expiry', () =>
    given(...past.active)
      .when(until('2026-04-30'))
      .gives(overridden('0.6', '2026-04-30')));

  it('may hold for today only, or for a year', () => {
    given(...past.active)
      .when(until('2026-03-03'))
      .gives(overridden('0.6', '2026-03-03'));
    given(...past.active)
      .when(until('2027-03-03'))
      .gives(overridden('0.6', '2027-03-03'));
  });

  it.each([
    ['a day that is over', '2026-03-02', 'override-expiry'],
    ['more than a year', '2027-03-04', 'override-expiry'],
    ['no day', '2026-02-30', 'day-unknown'],
  ])('refuses to hold until %s', (_, last, code) =>
    given(...past.active)
      .when(until(last))
      .refuses(code),
  );

  needsAReason(overrideProgress, past.active, until('2026-04-30'));
  holdsInItsPhasesAndForItsSides(overrideProgress, {
    phases: LIVE,
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked: until('2026-04-30'),
  });
});

describe('End an override', () => {
  const { given } = decision(goals, endOverride);
  const byManager = { ...asked, standing: manager };
  const after = [...past.active, overridden('0.6', '2026-04-30')];

  it('lets the data tell again', () =>
    given(...after)
      .when(byManager)
      .gives(overrideEnded));

  it('refuses where nobody overrode anything', () => {
    given(...past.active)
      .when(byManager)
      .refuses('no-override');
    given(...after, overrideEnded)
      .when(byManager)
      .refuses('no-override');
  });

  needsAReason(endOverride, after, byManager);
  holdsInItsPhasesAndForItsSides(endOverride, {
    phases: LIVE,
    sides: ['manager'],
    admin: true,
    otherwise: 'manager-only',
    asked: byManager,
    after: (goal) => [goal.overridden('0.6', '2026-04-30')],
  });
});
