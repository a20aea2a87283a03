import type { Instant, LocalDate } from './ids.js';
import {
  addDays,
  endOfDay,
  epochMs,
  instant,
  isLocalDate,
  isTimeZone,
  later,
  localDate,
  parseMoment,
  startOfDay,
  timeOnDay,
} from './time.js';

const at = (text: string) => text as Instant;
const on = (text: string) => text as LocalDate;
const hours = (date: string, zone: string) =>
  (epochMs(endOfDay(on(date), zone)) + 1 - epochMs(startOfDay(on(date), zone))) / 3_600_000;

describe('A moment', () => {
  it('given as a bare date is the end of that day in the zone', () => {
    expect(parseMoment('2026-03-03', 'UTC')).toBe('2026-03-03T23:59:59.999Z');
    expect(parseMoment('2026-03-03', 'America/New_York')).toBe('2026-03-04T04:59:59.999Z');
    expect(parseMoment('2026-07-03', 'America/New_York')).toBe('2026-07-04T03:59:59.999Z');
  });

  it('given with an offset is kept in UTC with milliseconds', () => {
    expect(parseMoment('2026-03-03T10:30:00+01:00', 'Asia/Tokyo')).toBe('2026-03-03T09:30:00.000Z');
    expect(parseMoment('2026-03-03T09:30:00.1239Z', 'UTC')).toBe('2026-03-03T09:30:00.123Z');
  });

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-03-03T10:30',
    '2026-03-03T25:00Z',
    '2026-03',
    '26-03-03',
    '+010000-01-01T00:00Z',
    '-000001-01-01T00:00Z',
    '9999-12-31T23:59:59-01:00',
  ])('is not %j', (text) => expect(parseMoment(text, 'UTC')).toBe(undefined));

  it('sorts as text as it does in time', () => {
    const moments = [-1, 0, 1, 999, 1000, 1_772_530_200_000].map(instant);
    expect(moments).toEqual([...moments].sort());
    expect(moments.map(epochMs)).toEqual([-1, 0, 1, 999, 1000, 1_772_530_200_000]);
  });
});

describe('A day', () => {
  it('is the one that the zone has at that moment', () => {
    expect(localDate(at('2026-03-03T23:30:00.000Z'), 'Europe/Berlin')).toBe('2026-03-04');
    expect(localDate(at('2026-03-03T23:30:00.000Z'), 'America/New_York')).toBe('2026-03-03');
  });

  it.each([
    ['Europe/Berlin', '2026-03-28', 24],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ])('in %s on %s has %d hours', (zone, date, length) => expect(hours(date, zone)).toBe(length));

  it('begins an hour late where midnight was skipped', () =>
    expect(startOfDay(on('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z'));

  it('holds its first and last millisecond and no other', () => {
    const [first, last] = [startOfDay, endOfDay].map((edge) =>
      epochMs(edge(on('2026-03-29'), 'Europe/Berlin')),
    );
    const days = [first! - 1, first!, last!, last! + 1].map((ms) => localDate(instant(ms), 'Europe/Berlin'));
    expect(days).toEqual(['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30']);
  });

  it.each(['2026-03-03', '2024-02-29', '0001-01-01'])('is %j', (text) =>
    expect(isLocalDate(text)).toBe(true),
  );

  it.each([
    '',
    '2026-02-29',
    '2026-3-3',
    '20260303',
    '2026-03-03T00:00',
    '2026-03-03Z',
    '+010000-01-01',
    '-000001-01-01',
  ])('is not %j', (text) => expect(isLocalDate(text)).toBe(false));
});

describe('A time on a day', () => {
  it.each([
    ['Europe/Stockholm', '2026-03-28', '02:30', '2026-03-28T01:30:00.000Z'],
    ['Europe/Stockholm', '2026-07-01', '02:30', '2026-07-01T00:30:00.000Z'],
    ['UTC', '2026-03-29', '00:00', '2026-03-29T00:00:00.000Z'],
  ])('in %s on %s at %s is %s', (zone, date, time, moment) =>
    expect(timeOnDay(on(date), time, zone)).toBe(moment),
  );

  it('that is skipped comes as much later', () =>
    expect(timeOnDay(on('2026-03-29'), '02:30', 'Europe/Stockholm')).toBe('2026-03-29T01:30:00.000Z'));

  it('that comes twice is the first', () =>
    expect(timeOnDay(on('2026-10-25'), '02:30', 'Europe/Stockholm')).toBe('2026-10-25T00:30:00.000Z'));

  it('of a day that a zone left out is the same on the next day', () => {
    const [skipped, next] = ['2011-12-30', '2011-12-31'].map((day) =>
      timeOnDay(on(day), '02:30', 'Pacific/Apia'),
    );
    expect(skipped).toBe(next);
  });

  it('comes again after days, and a moment after milliseconds', () => {
    expect(addDays(on('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(on('2026-03-01'), -1)).toBe('2026-02-28');
    expect(later(at('2026-02-28T23:59:59.999Z'), 1)).toBe('2026-03-01T00:00:00.000Z');
  });
});

describe('A time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])('is %j', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', 'Mars/Olympus', 'Berlin', '2026-03-03T00:00Z', '2026-03-03T00:00[Europe/Berlin]'])(
    'is not %j',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});
