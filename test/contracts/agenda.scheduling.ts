import { type Agenda, putOccurrences, type Schedule, type Timing } from '@pm/jobs';
import { type Instant, later } from '@pm/kernel';
import { random } from '../support/random.js';

const NIGHTLY: Schedule = {
  id: 'nightly check',
  kind: 'check-log',
  timing: { at: '02:30', timeZone: 'Europe/Stockholm' },
  payload: { deep: true },
};
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const at = (text: string) => `${text}:00.000Z` as Instant;

export function scheduling(agenda: () => Agenda): void {
  /** Looks, and does everything that is due. @returns when that was due */
  const look = async (now: Instant): Promise<string[]> => {
    await putOccurrences(agenda(), now);
    const done: string[] = [];
    for (const { id, dueAt } of await agenda().due(['check-log'], now, 100)) {
      await agenda().finish((await agenda().claim(id, now, later(now, 1000)))!, { state: 'done' });
      done.push(dueAt);
    }
    return done;
  };
  const lookAt = async (...moments: Instant[]): Promise<string[]> => {
    const done: string[] = [];
    for (const moment of moments) done.push(...(await look(moment)));
    return done;
  };
  /** From a moment on, again and again. */
  const every = (minutes: number, from: Instant, hours: number): Instant[] =>
    Array.from({ length: (hours * 60) / minutes }, (_, index) => later(from, index * minutes * 60_000));

  it('keeps schedules by id, with the moment from which they hold', async () => {
    await agenda().schedule({ ...NIGHTLY, id: 'z' }, at('2026-03-03T12:00'));
    await agenda().schedule(NIGHTLY, at('2026-03-03T13:00'));
    expect(await agenda().schedules()).toEqual([
      { ...NIGHTLY, since: at('2026-03-03T13:00') },
      { ...NIGHTLY, id: 'z', since: at('2026-03-03T12:00') },
    ]);
    await agenda().unschedule('z');
    await agenda().unschedule('never there');
    expect((await agenda().schedules()).map(({ id }) => id)).toEqual(['nightly check']);
  });

  it('keeps the moment where only the rest of a schedule is new', async () => {
    const since = at('2026-03-03T12:00');
    await agenda().schedule(NIGHTLY, since);
    const again = { ...NIGHTLY, timing: { timeZone: 'Europe/Stockholm', at: '02:30' }, payload: {} };
    await agenda().schedule(again, at('2026-03-04T12:00'));
    expect(await agenda().schedules()).toEqual([{ ...again, since }]);
  });

  it('was never due before it was scheduled, or before its timing was changed', async () => {
    await agenda().schedule(NIGHTLY, at('2026-03-03T12:00'));
    expect(await lookAt(at('2026-03-03T12:01'))).toEqual([]);
    const changed: Schedule = { ...NIGHTLY, timing: { at: '03:30', timeZone: 'Europe/Stockholm' } };
    await agenda().schedule(changed, at('2026-03-04T12:00'));
    expect(await lookAt(at('2026-03-04T12:01'), at('2026-03-05T02:29'))).toEqual([]);
    expect(await lookAt(at('2026-03-05T02:30'))).toEqual([at('2026-03-05T02:30')]);
  });

  it('puts an occurrence under its schedule and its time, and says when the next one is', async () => {
    await agenda().schedule(NIGHTLY, at('2026-03-03T12:00'));
    expect(await putOccurrences(agenda(), at('2026-03-04T01:30'))).toBe(at('2026-03-05T01:30'));
    expect(await agenda().due(['check-log'], at('2026-03-04T01:30'), 10)).toEqual([
      {
        id: 'nightly check@2026-03-04T01:30:00.000Z',
        kind: 'check-log',
        dueAt: at('2026-03-04T01:30'),
        payload: { deep: true },
      },
    ]);
  });

  it.each([
    ['put forward', '2026-03-28T12:00', ['2026-03-29T01:30', '2026-03-30T00:30', '2026-03-31T00:30']],
    ['put back', '2026-10-24T12:00', ['2026-10-25T00:30', '2026-10-26T01:30', '2026-10-27T01:30']],
  ])('is due once a day where clocks are %s', async (_, from, due) => {
    await agenda().schedule(NIGHTLY, at(from));
    expect(await lookAt(...every(60, at(from), 72))).toEqual(due.map(at));
  });

  it('makes up for what nobody saw by the latest occurrence, once', async () => {
    await agenda().schedule(NIGHTLY, at('2026-03-03T12:00'));
    expect(await lookAt(at('2026-03-09T12:00'), at('2026-03-09T12:01'))).toEqual([at('2026-03-09T01:30')]);
  });

  it.each<[string, Timing, number]>([
    ['daily', NIGHTLY.timing, 2],
    ['hourly', { everyMs: HOUR_MS }, 48],
  ])(
    'does each %s occurrence once, though the clock steps a day either way',
    async (_, timing, occurrences) => {
      const chance = random(6);
      const start = at('2026-03-27T12:00');
      const end = later(start, 2 * DAY_MS);
      await agenda().schedule({ ...NIGHTLY, timing }, start);
      const done: string[] = [];
      for (const now of every(60, later(start, HOUR_MS), 48)) {
        const stepped = later(now, (Math.floor(chance() * 3) - 1) * DAY_MS);
        done.push(...(await lookAt(stepped, now)));
      }
      expect(new Set(done).size).toBe(done.length);
      expect(done.filter((dueAt) => dueAt <= end)).toHaveLength(occurrences);
    },
  );

  it('puts an occurrence once, however many look at the same moment', async () => {
    await agenda().schedule(NIGHTLY, at('2026-03-03T12:00'));
    await Promise.all(Array.from({ length: 5 }, () => putOccurrences(agenda(), at('2026-03-04T06:00'))));
    expect(await agenda().due(['check-log'], at('2026-03-04T06:00'), 10)).toHaveLength(1);
  });

  it('leaves what is due already when it is forgotten', async () => {
    await agenda().schedule(NIGHTLY, at('2026-03-03T12:00'));
    await putOccurrences(agenda(), at('2026-03-04T06:00'));
    await agenda().unschedule(NIGHTLY.id);
    expect(await lookAt(at('2026-03-04T06:00'), at('2026-03-05T06:00'))).toEqual([at('2026-03-04T01:30')]);
  });

  it.each<[string, Timing]>([
    ['interval', { everyMs: 0 }],
    ['interval', { everyMs: 1.5 }],
    ['time', { at: '24:00', timeZone: 'UTC' }],
    ['time', { at: '2:30', timeZone: 'UTC' }],
    ['zone', { at: '02:30', timeZone: 'Mars/Olympus' }],
  ])('refuses what is no %s', async (_, timing) => {
    await expect(agenda().schedule({ ...NIGHTLY, timing }, at('2026-03-03T12:00'))).rejects.toThrow(
      TypeError,
    );
    expect(await agenda().schedules()).toEqual([]);
  });
}
