import { decision } from '@pm/kernel/testing';
import {
  adasGoal,
  bolder,
  day,
  frozenYear,
  goalId,
  manager,
  now,
  owner,
  peopleAdmin,
  terms,
} from '../testing/goals.examples.js';
import { decideChange, requestChange } from './change-goal.decide.js';
import { goals } from './goal.state.js';

const { changeRejected, changeRequested, past, revised } = adasGoal;
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
