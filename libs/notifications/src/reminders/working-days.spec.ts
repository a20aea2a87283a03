import { addDays, type Instant, type LocalDate, localDate } from '@pm/kernel';
import fc from 'fast-check';
import {
  addWorkingDays,
  isWorkingDay,
  OFFICE_HOURS,
  weekdayOf,
  WEEKDAYS,
  workingDayFrom,
  workingMomentFrom,
  type WorkingTime,
} from './working-days.state.js';

const day = (text: string) => text as LocalDate;
const at = (text: string) => text as Instant;
const christmas: WorkingTime = { ...OFFICE_HOURS, holidays: [day('2026-12-24'), day('2026-12-25')] };

const days = fc.integer({ min: -40_000, max: 40_000 }).map((offset) => addDays(day('2026-01-01'), offset));
const times = fc.record({
  weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  holidays: fc.array(days, { maxLength: 20 }),
  remindAt: fc.constant('09:00'),
});

describe('A working day', () => {
  it('is one from Monday to Friday where nothing else is said', () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day('2026-03-02'), index));
    expect(week.map(weekdayOf)).toEqual([...WEEKDAYS]);
    expect(week.map((each) => isWorkingDay(each, OFFICE_HOURS))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is of another week where the organisation works on other days, and never a holiday', () => {
    expect(isWorkingDay(day('2026-03-08'), { ...OFFICE_HOURS, weekdays: ['sun', 'mon'] })).toBe(true);
    expect(isWorkingDay(day('2026-12-24'), christmas)).toBe(false);
  });

  it('before 1970 and before the reference has its name, too', () =>
    expect([weekdayOf(day('1969-12-29')), weekdayOf(day('2023-12-31'))]).toEqual(['mon', 'sun']));
});

describe('Working days', () => {
  it('are counted over weekends and holidays, forwards and back', () => {
    expect(addWorkingDays(day('2026-03-06'), 2, OFFICE_HOURS)).toBe('2026-03-10');
    expect(addWorkingDays(day('2026-12-31'), -5, christmas)).toBe('2026-12-22');
    expect(addWorkingDays(day('2026-03-08'), 0, OFFICE_HOURS)).toBe('2026-03-08');
  });

  it('counted from any day lead to a working day, with as many between as were asked for', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), times, (from, count, time) => {
        const reached = addWorkingDays(from, count, time);
        let passed = 0;
        for (let each = from; each !== reached;) {
          each = addDays(each, Math.sign(count));
          if (isWorkingDay(each, time)) passed += 1;
        }
        expect(passed).toBe(Math.abs(count));
        expect(count === 0 || isWorkingDay(reached, time)).toBe(true);
      }),
    ));

  it('counted there and back from a working day lead to it', () =>
    fc.assert(
      fc.property(days, fc.nat(60), times, (any, count, time) => {
        const from = workingDayFrom(any, time);
        expect(addWorkingDays(addWorkingDays(from, count, time), -count, time)).toBe(from);
      }),
    ));
});

describe('The moment to remind', () => {
  const next = (now: string, zone = 'Europe/Stockholm') => workingMomentFrom(at(now), zone, christmas);

  it('is now on a working day after nine, by the clocks of the zone', () => {
    expect(next('2026-03-03T08:00:00.000Z')).toBe('2026-03-03T08:00:00.000Z');
    expect(next('2026-03-03T07:59:59.999Z')).toBe('2026-03-03T08:00:00.000Z');
    expect(next('2026-03-03T08:00:00.000Z', 'America/New_York')).toBe('2026-03-03T14:00:00.000Z');
  });

  it('is nine o’clock of the next working day on any other one', () => {
    expect(next('2026-03-07T12:00:00.000Z')).toBe('2026-03-09T08:00:00.000Z');
    expect(next('2026-12-24T12:00:00.000Z')).toBe('2026-12-28T08:00:00.000Z');
  });

  it('is nine o’clock there, however the clocks were changed over the weekend', () => {
    expect(next('2026-03-28T12:00:00.000Z')).toBe('2026-03-30T07:00:00.000Z');
    expect(next('2026-10-24T12:00:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
  });

  it('is never past, and always on a working day', () =>
    fc.assert(
      fc.property(
        days,
        fc.nat(86_399),
        times,
        fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York'),
        (...asked) => {
          const [date, seconds, time, zone] = asked;
          const now = at(new Date(Date.parse(date) + seconds * 1000).toISOString());
          const moment = workingMomentFrom(now, zone, time);
          expect(moment >= now).toBe(true);
          expect(isWorkingDay(localDate(moment, zone), time)).toBe(true);
        },
      ),
    ));
});
