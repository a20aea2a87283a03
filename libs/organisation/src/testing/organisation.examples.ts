import type { LocalDate, UnitId } from '@pm/kernel';
import type { CalendarSet, UnitClosed, UnitMoved, UnitOpened, UnitRenamed } from '../chart/chart.events.js';

export const id = (name: string): UnitId => name as UnitId;

/** A unit by its name, under another or at the top. */
export const opened = (unit: string, parent?: string, number?: string): UnitOpened => ({
  type: 'UnitOpened',
  data: {
    unitId: id(unit),
    number,
    name: unit,
    kind: parent === undefined ? 'city' : 'agency',
    parentId: parent === undefined ? undefined : id(parent),
  },
});
export const renamed = (unit: string, name: string, kind = 'agency'): UnitRenamed => ({
  type: 'UnitRenamed',
  data: { unitId: id(unit), name, kind },
});
export const moved = (unit: string, parent: string): UnitMoved => ({
  type: 'UnitMoved',
  data: { unitId: id(unit), parentId: id(parent) },
});
export const closed = (unit: string): UnitClosed => ({ type: 'UnitClosed', data: { unitId: id(unit) } });
export const calendarSet = (
  startMonth: number,
  from: string,
  timeZone = 'America/New_York',
): CalendarSet => ({
  type: 'CalendarSet',
  data: { timeZone, fiscalYearStartMonth: startMonth, from: from as LocalDate },
});

/** A city, its parks department and the playgrounds of that. */
export const city = opened('city');
export const parks = opened('parks', 'city', '846');
export const playgrounds = opened('playgrounds', 'parks');
export const police = opened('police', 'city', '056');
