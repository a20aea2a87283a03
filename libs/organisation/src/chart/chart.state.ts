import type { Calendar, Fold, FrozenPeriod, PersonId, UnitId } from '@pm/kernel';
import { type Dated, withValue } from '../dated.state.js';
import type { CalendarSet, ChartEvent, UnitHeadNamed, UnitPartnerNamed } from './chart.events.js';

/** A unit as decisions need it. */
export interface Unit {
  readonly name: string;
  readonly kind: string;
  readonly parentId?: UnitId;
  readonly closed: boolean;
  /** Who stands for it; null for nobody. */
  readonly heads: Dated<PersonId | null>;
  /** Its HR partner; null for none. */
  readonly partners: Dated<PersonId | null>;
}

/** The organisation's calendar, what of it is closed, and its units: one stream, so that no two moves can close a cycle. */
export interface Chart {
  readonly calendar: Calendar;
  readonly frozen: readonly FrozenPeriod[];
  readonly units: ReadonlyMap<UnitId, Unit>;
}

/** The only chart of a deployment. */
export const CHART_ID = 'chart';

export const chart: Fold<Chart, ChartEvent> = {
  category: 'organisation',
  initial: {
    calendar: { timeZone: 'UTC', fiscalYears: [] },
    frozen: [],
    units: new Map(),
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CalendarSet':
        return { ...state, calendar: withCalendar(state.calendar, event.data) };
      case 'PeriodFrozen': {
        const { period, from, to } = event.data;
        return { ...state, frozen: [...state.frozen, { period, from, to }] };
      }
      case 'PeriodReleased':
        return { ...state, frozen: state.frozen.filter(({ period }) => period !== event.data.period) };
      case 'UnitOpened': {
        const { unitId, name, kind, parentId } = event.data;
        return withUnit(state, unitId, { name, kind, parentId, closed: false, heads: [], partners: [] });
      }
      case 'UnitRenamed':
        return changed(state, event.data.unitId, { name: event.data.name, kind: event.data.kind });
      case 'UnitMoved':
        return changed(state, event.data.unitId, { parentId: event.data.parentId });
      case 'UnitClosed':
        return changed(state, event.data.unitId, { closed: true });
      case 'UnitHeadNamed':
        return withHead(state, event);
      case 'UnitPartnerNamed':
        return withPartner(state, event);
    }
  },
};

/** Open units directly below a unit. */
export function openBelow({ units }: Chart, unitId: UnitId): UnitId[] {
  return [...units].filter(([, unit]) => unit.parentId === unitId && !unit.closed).map(([id]) => id);
}

/** Whether a unit is another one or lies below it. */
export function isWithin({ units }: Chart, unitId: UnitId, other: UnitId): boolean {
  for (let id: UnitId | undefined = unitId; id; id = units.get(id)?.parentId) if (id === other) return true;
  return false;
}

function withCalendar(
  calendar: Calendar,
  { timeZone, fiscalYearStartMonth, from }: CalendarSet['data'],
): Calendar {
  const earlier = calendar.fiscalYears.filter((year) => year.from < from);
  return { timeZone, fiscalYears: [...earlier, { startMonth: fiscalYearStartMonth, from }] };
}

function withHead(state: Chart, { data: { unitId, personId }, effectiveAt }: UnitHeadNamed): Chart {
  const heads = withValue(state.units.get(unitId)?.heads ?? [], effectiveAt!, personId);
  return changed(state, unitId, { heads });
}

function withPartner(state: Chart, { data: { unitId, personId }, effectiveAt }: UnitPartnerNamed): Chart {
  const partners = withValue(state.units.get(unitId)?.partners ?? [], effectiveAt!, personId);
  return changed(state, unitId, { partners });
}

function changed(state: Chart, unitId: UnitId, change: Partial<Unit>): Chart {
  const unit = state.units.get(unitId);
  return unit ? withUnit(state, unitId, { ...unit, ...change }) : state;
}

function withUnit(state: Chart, unitId: UnitId, unit: Unit): Chart {
  return { ...state, units: new Map(state.units).set(unitId, unit) };
}
