import {
  type Event,
  type FrozenPeriod,
  type LocalDate,
  type Period,
  type PersonId,
  type UnitId,
} from '@pm/kernel';

export type CalendarSet = Event<
  'CalendarSet',
  {
    /** IANA zone in which the organisation's days begin and end. */
    timeZone: string;
    /** 1 to 12. */
    fiscalYearStartMonth: number;
    /** From this day on; days before keep the calendar they had. */
    from: LocalDate;
  }
>;

/** From then on the goals and values of its days stand, whatever calendar follows. */
export type PeriodFrozen = Event<'PeriodFrozen', FrozenPeriod>;
export type PeriodReleased = Event<'PeriodReleased', { period: Period }>;

export type UnitOpened = Event<
  'UnitOpened',
  {
    unitId: UnitId;
    /** The organisation's own number or code for it. */
    number?: string;
    name: string;
    /** What such a unit is called: city, agency, board, team. */
    kind: string;
    /** Absent for the organisation itself. */
    parentId?: UnitId;
  }
>;

export type UnitRenamed = Event<'UnitRenamed', { unitId: UnitId; name: string; kind: string }>;
export type UnitMoved = Event<'UnitMoved', { unitId: UnitId; parentId: UnitId }>;
export type UnitClosed = Event<'UnitClosed', { unitId: UnitId }>;

/** Somebody stands for the unit from then on; null for nobody. */
export type UnitHeadNamed = Event<'UnitHeadNamed', { unitId: UnitId; personId: PersonId | null }>;

/** Somebody is HR partner of the unit and of those below it from then on; null for nobody. */
export type UnitPartnerNamed = Event<'UnitPartnerNamed', { unitId: UnitId; personId: PersonId | null }>;

type UnitEvent = UnitOpened | UnitRenamed | UnitMoved | UnitClosed | UnitHeadNamed | UnitPartnerNamed;

export type ChartEvent = CalendarSet | PeriodFrozen | PeriodReleased | UnitEvent;
