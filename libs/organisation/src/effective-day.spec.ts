import { type Instant, Rejection } from '@pm/kernel';
import { atEndOf, fromDay } from './effective-day.js';

const NOW = '2026-03-04T02:00:00.000Z' as Instant;
/** Where it is still the evening of 3 March. */
const asked = { now: NOW, timeZone: 'America/New_York' };
const codeOf = (outcome: Instant | Rejection) => (outcome instanceof Rejection ? outcome.code : outcome);

describe('The day from which a change holds', () => {
  it('begins and ends in the zone of the organisation', () => {
    expect(fromDay('2026-03-08', asked)).toBe('2026-03-08T05:00:00.000Z');
    expect(atEndOf('2026-03-08', asked)).toBe('2026-03-09T03:59:59.999Z');
  });

  it('is today where none is named', () => {
    expect(fromDay(undefined, asked)).toBe('2026-03-03T05:00:00.000Z');
    expect(atEndOf(undefined, asked)).toBe('2026-03-04T04:59:59.999Z');
  });

  it('may have been long ago: changes are recorded late', () =>
    expect(fromDay('1987-06-01', asked)).toBe('1987-06-01T04:00:00.000Z'));

  it('may be a year ahead, and not a day more', () => {
    expect(codeOf(fromDay('2027-03-03', asked))).toBe('2027-03-03T05:00:00.000Z');
    expect(codeOf(fromDay('2027-03-04', asked))).toBe('too-far-ahead');
    expect(codeOf(atEndOf('2027-03-04', asked))).toBe('too-far-ahead');
  });

  it('may be a year ahead of a leap day', () => {
    const leap = { ...asked, now: '2028-02-29T12:00:00.000Z' as Instant };
    expect(codeOf(fromDay('2029-02-28', leap))).toBe('2029-02-28T05:00:00.000Z');
    expect(codeOf(fromDay('2029-03-01', leap))).toBe('too-far-ahead');
  });

  it.each(['2026-02-29', '2026-13-01', '0001-01-01', '1899-12-31', 'yesterday!'])(
    'is refused where it is %s, which is none',
    (day) =>
      expect([codeOf(fromDay(day, asked)), codeOf(atEndOf(day, asked))]).toEqual([
        'day-unknown',
        'day-unknown',
      ]),
  );
});
