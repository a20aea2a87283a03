import type {
  Aggregation,
  DecimalText,
  Event,
  Frequency,
  GoalId,
  KpiDirection,
  KpiId,
  Period,
  Target,
  UnitId,
} from '@pm/kernel';

/** What a KPI measures and how its values are to be read. */
export interface KpiDefinition {
  readonly name: string;
  /** The unit that it is about. */
  readonly unitId: UnitId;
  /** The goal that it tells of, where there is one. */
  readonly goalId?: GoalId;
  /** Which way is better (rule 5). */
  readonly direction: KpiDirection;
  readonly frequency: Frequency;
  /** How the values within a year make the year's value. */
  readonly aggregation: Aggregation;
  /** What its values count: %, days, SEK. */
  readonly unitOfMeasure?: string;
  /** Free words to select KPIs by, sorted: critical, quality. */
  readonly labels: readonly string[];
}

export type KpiDefined = Event<'KpiDefined', KpiDefinition & { kpiId: KpiId; number?: string }>;
/** The definition changed; values measured before were measured by the one before. */
export type KpiRedefined = Event<'KpiRedefined', KpiDefinition & { kpiId: KpiId }>;
export type KpiRetired = Event<'KpiRetired', { kpiId: KpiId }>;

interface TargetOfPeriod extends Target {
  readonly kpiId: KpiId;
  readonly period: Period;
}

export type TargetSet = Event<'TargetSet', TargetOfPeriod>;
/** A target that stood is replaced; the one before stays in the log. */
export type TargetRevised = Event<
  'TargetRevised',
  TargetOfPeriod & { readonly was: DecimalText; readonly wasUpper?: DecimalText }
>;

export type KpiEvent = KpiDefined | KpiRedefined | KpiRetired | TargetSet | TargetRevised;
