import { type LocalDate, periodOf } from '@pm/kernel';
import { type Act, by, later, morningOf, reportDay } from '../acting.js';
import { type DemoKpi, valueOf } from '../data/kpis.js';
import { leadOf } from '../data/people.js';
import { countOf, figuresOf } from '../data/team-kpis.js';
import { type Team, TEAMS } from '../data/units.js';
import type { Scale } from '../scale.js';
import { FOUNDED, TIME_ZONE } from './founding.js';
import { defined, recorded, MONTHLY_REPORT, MONTHS, type Stated } from './kpis.js';
import { asItGoes } from './mishaps.js';

const FIRST_MONDAY = '2024-10-07';
const LAST_MONDAY = '2026-10-05';
const CALENDAR = { timeZone: TIME_ZONE, fiscalYears: [] };

/** The days on which weeks are reported: each Monday the week before. */
const MONDAYS: readonly string[] = mondays();

/** What the teams keep of themselves: weekly by Monday, monthly by the fifth, and what their counters count. */
export function teamKpis({ routine }: Scale): Act[] {
  if (!routine) return [];
  return TEAMS.flatMap((team) => [
    ...figuresOf(team).flatMap((kpi) => [...defined(kpi, FOUNDED), ...reports(kpi, team)]),
    ...defined(countOf(team), FOUNDED),
    ...MONDAYS.flatMap((monday) => counts(countOf(team), monday)),
  ]);
}

function reports(kpi: DemoKpi, team: Team): Act[] {
  const weekly = kpi.frequency === 'weekly';
  const due = weekly
    ? MONDAYS.map((monday) => ({ period: periodOf('weekly', later(monday, -1), CALENDAR), day: monday }))
    : MONTHS.filter((month) => month >= FOUNDED.slice(0, 7)).map((month) => ({
        period: month,
        day: reportDay(month),
      }));
  return due.flatMap(({ period, day }, index) =>
    asItGoes(kpi, {
      period,
      value: valueOf(kpi, index),
      day,
      who: (at) => leadOf(team.number, at),
      source: weekly ? 'weekly report' : MONTHLY_REPORT,
    }),
  );
}

/** The days of the week before, in one command; in two where the month turned: days of a month share a stream. */
function counts(kpi: DemoKpi, monday: string): Act[] {
  const days = [-7, -6, -5, -4, -3, -2, -1].map((days) => later(monday, days));
  const stated = days.map((period): Stated => ({ period, value: valueOf(kpi, dayNumber(period)) }));
  const months = Map.groupBy(stated, ({ period }) => period.slice(0, 7));
  return [...months.values()].map((some) => ({
    at: morningOf(monday),
    command: recorded(kpi, some, by('counters'), 'counters'),
  }));
}

function mondays(): LocalDate[] {
  const found: LocalDate[] = [];
  for (let day = later(FIRST_MONDAY, 0); day <= LAST_MONDAY; day = later(day, 7)) found.push(day);
  return found;
}

/** Since the beginning. */
const dayNumber = (day: string): number => (Date.parse(day) - Date.parse(FOUNDED)) / 86_400_000;
