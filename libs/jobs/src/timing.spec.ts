import { type Instant, later } from '@pm/kernel';
import { latestDue, nextDue, type Timing } from './timing.js';

const at = (text: string) => `${text}:00.000Z` as Instant;
const IN_STOCKHOLM: Timing = { at: '02:30', timeZone: 'Europe/Stockholm' };

/** Every time that it is due from a moment on, found by going forward; the last of them found back from the end. */
function dueFrom(timing: Timing, from: Instant, times: number): Instant[] {
  const due: Instant[] = [];
  for (let now = from; due.length < times; now = due.at(-1)!) due.push(nextDue(timing, now));
  for (const moment of due) {
    expect(latestDue(timing, moment)).toBe(moment);
    expect(latestDue(timing, later(moment, -1))).not.toBe(moment);
    expect(nextDue(timing, later(moment, -1))).toBe(moment);
  }
  return due;
}

describe('Work that is due every day at a time', () => {
  it('is due at that time, from the very millisecond on', () => {
    expect(latestDue(IN_STOCKHOLM, at('2026-03-04T01:30'))).toBe(at('2026-03-04T01:30'));
    expect(latestDue(IN_STOCKHOLM, later(at('2026-03-04T01:30'), -1))).toBe(at('2026-03-03T01:30'));
    expect(nextDue(IN_STOCKHOLM, at('2026-03-04T01:30'))).toBe(at('2026-03-05T01:30'));
    expect(nextDue(IN_STOCKHOLM, later(at('2026-03-04T01:30'), -1))).toBe(at('2026-03-04T01:30'));
  });

  it.each<[string, string, string, string, string[]]>([
    ['Europe/Stockholm', 'skips it', '02:30', '2026-03-28T12:00', ['2026-03-29T01:30', '2026-03-30T00:30']],
    ['Europe/Stockholm', 'repeats it', '02:30', '2026-10-24T12:00', ['2026-10-25T00:30', '2026-10-26T01:30']],
    [
      'America/Sao_Paulo',
      'skips midnight',
      '00:00',
      '2018-11-03T12:00',
      ['2018-11-04T03:00', '2018-11-05T02:00'],
    ],
    [
      'America/St_Johns',
      'steps back over midnight',
      '00:00',
      '2010-11-06T12:00',
      ['2010-11-07T02:30', '2010-11-08T03:30'],
    ],
    [
      'Pacific/Apia',
      'leaves out a day',
      '02:30',
      '2011-12-29T12:00',
      ['2011-12-29T12:30', '2011-12-30T12:30', '2011-12-31T12:30'],
    ],
    [
      'Australia/Lord_Howe',
      'skips half an hour',
      '02:15',
      '2026-10-03T00:00',
      ['2026-10-03T15:45', '2026-10-04T15:15'],
    ],
  ])('is due once a day in %s, which %s', (timeZone, _, time, from, due) => {
    expect(dueFrom({ at: time, timeZone }, at(from), due.length)).toEqual(due.map(at));
  });

  it('is due 365 times a year in every zone', () => {
    for (const timeZone of [
      'UTC',
      'Europe/Stockholm',
      'America/New_York',
      'Pacific/Chatham',
      'Africa/Cairo',
    ]) {
      const due = dueFrom({ at: '02:30', timeZone }, at('2026-01-01T12:00'), 365);
      expect(due.at(-1)!.slice(0, 10)).toMatch(/^2027-01-01|^2026-12-31/);
    }
  });
});

describe('Work that is due at intervals', () => {
  const hourly: Timing = { everyMs: 3_600_000 };

  it('is due at the same moments for all who look', () => {
    expect(latestDue(hourly, at('2026-03-03T11:59'))).toBe(at('2026-03-03T11:00'));
    expect(latestDue(hourly, at('2026-03-03T12:00'))).toBe(at('2026-03-03T12:00'));
    expect(nextDue(hourly, at('2026-03-03T12:00'))).toBe(at('2026-03-03T13:00'));
    expect(latestDue(hourly, at('1969-12-31T23:59'))).toBe(at('1969-12-31T23:00'));
  });

  it('does not care about clocks that are changed', () =>
    expect(dueFrom(hourly, at('2026-03-29T00:00'), 3)).toEqual(
      ['2026-03-29T01:00', '2026-03-29T02:00', '2026-03-29T03:00'].map(at),
    ));
});
