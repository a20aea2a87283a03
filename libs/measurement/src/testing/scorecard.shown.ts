import type { Calendar, Instant } from '@pm/kernel';
import { recorded as placed } from '@pm/kernel/testing';
import { seriesFolded } from '../history/series-folded.js';
import { presentScorecard } from '../scorecard/kpi-scorecard.js';
import { type SeriesEvent, seriesIn } from '../scorecard/kpi-series.state.js';

/** Fiscal years are calendar years. */
const calendar: Calendar = { timeZone: 'UTC', fiscalYears: [] };
const today = { now: '2026-04-10T08:00:00.000Z' as Instant, calendar };

/** What a reader sees after these facts; plain objects, as JSON would hold them. */
export const given = (...events: SeriesEvent[]) => {
  const [series] = seriesIn(seriesFolded(events.map(placed)).values());
  const card = series && (JSON.parse(JSON.stringify(presentScorecard(series, today))) as object);
  return {
    shows: (expected: object) => expect(card).toMatchObject(expected),
    showsNo: (field: string) => expect(card).not.toHaveProperty(field),
    showsNothing: () => expect(card).toBe(undefined),
    showsYears: (expected: Record<string, object>) =>
      expect((card as { years: object }).years).toEqual(expected),
  };
};
