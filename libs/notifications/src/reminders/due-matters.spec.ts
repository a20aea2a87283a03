import type { GoalId, LocalDate } from '@pm/kernel';
import { dueMatters, type GoalAtHand } from './due-matters.process.js';
import { OFFICE_HOURS } from './working-days.state.js';

const goalId = 'potholes' as GoalId;
const day = (text: string) => text as LocalDate;
const goal = (change: Partial<GoalAtHand>): GoalAtHand => ({
  goalId,
  phase: 'active',
  termsRevision: 1,
  accepted: ['owner', 'manager'],
  ...change,
});
/** `<side>: <kind> <terms or day>` of all that is due. */
const due = (change: Partial<GoalAtHand>, today = '2026-03-03') =>
  dueMatters(goal(change), day(today), OFFICE_HOURS).map(
    ({ to, kind, termsRevision, day: on }) => `${to}: ${kind} ${termsRevision ?? on}`,
  );
const SUNDAY = '2026-03-08';

describe('A goal that waits for an answer', () => {
  it('is told to the side that has not accepted the terms', () => {
    expect(due({ phase: 'proposed', accepted: ['owner'] })).toEqual(['manager: proposal-to-answer 1']);
    expect(due({ phase: 'proposed', accepted: ['manager'], termsRevision: 2 })).toEqual([
      'owner: proposal-to-answer 2',
    ]);
  });

  it('is told to the side that did not ask for a change', () => {
    expect(due({ requested: { by: 'owner', termsRevision: 3 } })).toEqual(['manager: change-to-answer 3']);
    expect(due({ phase: 'paused', requested: { by: 'manager', termsRevision: 4 } })).toEqual([
      'owner: change-to-answer 4',
    ]);
  });

  it('is told on any day', () =>
    expect(due({ phase: 'proposed', accepted: ['owner'] }, SUNDAY)).toHaveLength(1));

  it.each(['draft', 'agreed', 'completed', 'cancelled', 'archived'])('is none that is %s', (phase) =>
    expect(due({ phase, accepted: ['owner'] })).toEqual([]),
  );

  it('is none that is over before its change was answered', () =>
    expect(due({ phase: 'completed', requested: { by: 'owner', termsRevision: 3 } })).toEqual([]));
});

describe('A goal that ends soon', () => {
  const friday = { end: day('2026-03-13') };

  it('is told to its owner from five working days before its last day on, and not once it is over', () => {
    expect(due(friday, '2026-03-05')).toEqual([]);
    expect(due(friday, '2026-03-06')).toEqual(['owner: goal-ending 2026-03-13']);
    expect(due(friday, '2026-03-13')).toEqual(['owner: goal-ending 2026-03-13']);
    expect(due(friday, '2026-03-16')).toEqual([]);
  });

  it('is told on working days', () => expect(due(friday, SUNDAY)).toEqual([]));

  it.each(['draft', 'proposed', 'completed', 'cancelled'])('is none that is %s', (phase) =>
    expect(due({ ...friday, phase }, '2026-03-10')).toEqual([]),
  );
});

describe('A check-in that was missed', () => {
  const sunday = { missedFrom: day('2026-03-01') };
  const monday = { missedFrom: day('2026-03-02') };
  const ofOwner = ['owner: check-in-missed 2026-03-01'];

  it('is told to the owner on the first working day', () => {
    expect(due(sunday, '2026-02-27')).toEqual([]);
    expect(due(sunday, '2026-03-01')).toEqual([]);
    expect(due(sunday, '2026-03-02')).toEqual(ofOwner);
    expect(due(monday, '2026-03-02')).toEqual(['owner: check-in-missed 2026-03-02']);
  });

  it('is told to the manager two working days later, too', () => {
    expect(due(sunday, '2026-03-03')).toEqual(ofOwner);
    expect(due(sunday, '2026-03-04')).toEqual([...ofOwner, 'manager: check-in-escalated 2026-03-01']);
    expect(due({ missedFrom: day('2026-03-05') }, '2026-03-06')).toHaveLength(1);
    expect(due({ missedFrom: day('2026-03-05') }, '2026-03-09')).toHaveLength(2);
  });

  it('is none after the last day of the goal', () => {
    expect(due({ ...sunday, end: day('2026-02-28') })).toEqual([]);
    expect(due({ ...sunday, end: day('2026-12-31') })).toEqual(ofOwner);
  });

  it.each(['agreed', 'paused', 'completed'])('is none of a goal that is %s', (phase) =>
    expect(due({ ...sunday, phase }, '2026-03-04')).toEqual([]),
  );
});
