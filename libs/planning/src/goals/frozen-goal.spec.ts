import type { Instant } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import {
  adasGoal,
  bolder,
  day,
  frozenYear,
  goalId,
  id,
  manager,
  now,
  owner,
  peopleAdmin,
  terms,
  under,
} from '../testing/goals.examples.js';
import { decideChange, placeGoal, requestChange } from './change-goal.decide.js';
import { keepingFrozenDays } from './frozen-goal.decide.js';
import { goals } from './goal.state.js';
import { cancelGoal, completeGoal } from './run-goal.decide.js';

const { cancelled, changeRejected, changeRequested, completed, past, placed, revised } = adasGoal;
const change = { goalId, standing: owner, reason: 'the winter was hard', from: now, ...frozenYear('2026') };
const requested = [...past.active, changeRequested('owner', 2, bolder)];
const longer = terms({ end: day('2027-01-31') });
const nextYear = terms({ start: day('2027-01-01'), end: day('2027-12-31') });

describe('Terms within a frozen period', () => {
  const asking = decision(goals, requestChange).given(...past.active);
  const deciding = decision(goals, decideChange).given(...requested);

  it('stand: nobody asks for others, not even to move them out of it', () => {
    asking.when({ ...change, terms: bolder }).refuses('period-frozen');
    asking.when({ ...change, terms: longer }).refuses('period-frozen');
  });

  it('take in none from outside', () =>
    decision(goals, requestChange)
      .given(...past.active, revised(2, nextYear))
      .when({ ...change, terms: terms() })
      .refuses('period-frozen'));

  it('are changed by a people admin', () =>
    asking.when({ ...change, standing: peopleAdmin, terms: bolder }).gives(revised(2, bolder, true)));

  it('are not changed by approving what was asked for before, but it can be rejected', () => {
    deciding.when({ ...change, standing: manager, approve: true }).refuses('period-frozen');
    deciding.when({ ...change, standing: manager, approve: false }).gives(changeRejected(2));
  });
});

describe('Terms that reach beyond a frozen period', () => {
  it('are changed as ever', () =>
    decision(goals, requestChange)
      .given(...past.active, revised(2, longer))
      .when({ ...change, terms: nextYear })
      .gives(changeRequested('owner', 3, nextYear)));

  it('are changed as ever where they name no days', () => {
    const { start: _, end: __, ...undated } = terms();
    decision(goals, requestChange)
      .given(...past.active, revised(2, undated))
      .when({ ...change, terms: undated })
      .gives(changeRequested('owner', 3, undated));
  });
});

describe('A day of a frozen period', () => {
  const within = { ...change, standing: manager };
  const after = { ...within, ...frozenYear('2025') };
  const [completing, cancelling, placing] = [
    decision(goals, keepingFrozenDays(completeGoal)).given(...past.active),
    decision(goals, keepingFrozenDays(cancelGoal)).given(...past.active),
    decision(goals, keepingFrozenDays(placeGoal)).given(...past.active),
  ];
  const result = 'missed' as const;
  const elsewhere = { parents: [under('roads')], above: new Set([id('roads')]), unknownParents: [] };

  it('ends no goal', () => {
    completing.when({ ...within, result }).refuses('period-frozen');
    cancelling.when(within).refuses('period-frozen');
  });

  it('moves no goal', () => placing.when({ ...within, ...elsewhere }).refuses('period-frozen'));

  it('is still a people admin’s to speak of', () => {
    completing.when({ ...within, standing: peopleAdmin, result }).gives(completed('missed'));
    cancelling.when({ ...within, standing: peopleAdmin }).gives(cancelled);
  });

  it('says nothing of the days after it', () => {
    completing.when({ ...after, result }).gives(completed('missed'));
    placing.when({ ...after, ...elsewhere }).gives(placed(under('roads')));
  });

  it('begins and ends with the organisation’s days', () => {
    const newYear = { ...after, from: '2026-01-01T03:00:00.000Z' as Instant };
    cancelling.when(newYear).gives({ ...cancelled, effectiveAt: newYear.from });
    cancelling.when({ ...newYear, timeZone: 'America/New_York' }).refuses('period-frozen');
  });

  it('is refused only where all else is right', () =>
    cancelling.when({ ...within, standing: owner }).refuses('manager-only'));
});
