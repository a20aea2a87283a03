import type { KpiDefinition } from '@pm/measurement/events';
import type { CalendarSet, UnitOpened } from '@pm/organisation/events';
import type { GoalImported } from '@pm/planning/events';
import type { DecimalText, KpiId, PersonId, Period, UnitId } from '@pm/kernel';

/** Where in the file something stands. */
export interface Place {
  /** The header is line 1. */
  readonly line: number;
  readonly column?: string;
  /** What stands there: `KPI 119`. */
  readonly item: string;
}

/** What was left out, and why. */
export interface RejectedItem extends Place {
  readonly reason: string;
}

export type PlannedUnit = UnitOpened['data'] & { readonly number: string };

export interface PlannedPerson {
  readonly personId: PersonId;
  readonly number: string;
  readonly name: string;
  readonly unitId: UnitId;
  readonly managerId?: PersonId;
  /** A day; that of the import where absent. */
  readonly from?: string;
}

export interface PlannedHead {
  readonly unitId: UnitId;
  /** Of the unit. */
  readonly number: string;
  readonly personId: PersonId;
  /** A day; that of the import where absent. */
  readonly from?: string;
}

export type PlannedGoal = GoalImported['data'];

export interface PlannedKpi {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly definition: KpiDefinition;
}

export interface PlannedTarget {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly period: Period;
  readonly value: DecimalText;
}

/** A value of a period, or of a moment. */
export interface PlannedMeasurement {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly period?: Period;
  readonly measuredAt?: string;
  readonly value: DecimalText;
  /** Where the row itself says it; a mapping has one for the whole file. */
  readonly source?: string;
  readonly note?: string;
  readonly reason?: string;
}

/** Something planned, and where it comes from. */
export interface Planned<T> {
  readonly data: T;
  readonly place: Place;
}

/** Everything that a file says, before any rule has looked at it. */
export interface Plan {
  readonly source: string;
  readonly rows: number;
  readonly calendar?: CalendarSet['data'];
  /** Each after the unit above it. */
  readonly units: readonly Planned<PlannedUnit>[];
  readonly people: readonly Planned<PlannedPerson>[];
  readonly heads: readonly Planned<PlannedHead>[];
  readonly goals: readonly Planned<PlannedGoal>[];
  readonly kpis: readonly Planned<PlannedKpi>[];
  readonly targets: readonly Planned<PlannedTarget>[];
  readonly measurements: readonly Planned<PlannedMeasurement>[];
  readonly rejected: readonly RejectedItem[];
  /** Rows that differ from an earlier one where only one can hold. */
  readonly notes: readonly string[];
}
