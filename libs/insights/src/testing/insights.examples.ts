import {
  type DecimalText,
  type FiscalYear,
  type Instant,
  type KpiId,
  type Period,
  shiftYear,
  type UnitId,
} from '@pm/kernel';
import type { KpiDefinition, KpiEvent, MeasurementsEvent } from '@pm/measurement/events';
import type { UnitClosed, UnitMoved, UnitOpened, UnitRenamed } from '@pm/organisation/events';

export type Fact = UnitOpened | UnitRenamed | UnitMoved | UnitClosed | KpiEvent | MeasurementsEvent;

export function id(name: string): UnitId {
  return name as UnitId;
}

export function year(offset: number): FiscalYear {
  return shiftYear('FY2026' as FiscalYear, offset);
}

export function opened(unit: string, parent?: string, number?: string): UnitOpened {
  const place = parent === undefined ? { kind: 'city' } : { kind: 'agency', parentId: id(parent) };
  return { type: 'UnitOpened', data: { unitId: id(unit), name: unit, number, ...place } };
}

export function definition(unit: string, change: Partial<KpiDefinition>): KpiDefinition {
  return {
    name: 'a KPI',
    unitId: id(unit),
    direction: 'increase',
    frequency: 'annual',
    aggregation: 'last',
    labels: [],
    ...change,
  };
}

export function defined(kpiId: string, unit: string, change: Partial<KpiDefinition> = {}): KpiEvent {
  return { type: 'KpiDefined', data: { kpiId: kpiId as KpiId, ...definition(unit, change) } };
}

export function redefined(kpiId: string, unit: string, change: Partial<KpiDefinition> = {}): KpiEvent {
  return { type: 'KpiRedefined', data: { kpiId: kpiId as KpiId, ...definition(unit, change) } };
}

export function retired(kpiId: string): KpiEvent {
  return { type: 'KpiRetired', data: { kpiId: kpiId as KpiId } };
}

export function targetSet(kpiId: string, value: string, upper?: string): KpiEvent {
  const data = { kpiId: kpiId as KpiId, period: 'FY2026' as Period, value: value as DecimalText };
  return { type: 'TargetSet', data: upper === undefined ? data : { ...data, upper: upper as DecimalText } };
}

export function targetRevised(kpiId: string, was: string, value: string): KpiEvent {
  const { data } = targetSet(kpiId, value) as Extract<KpiEvent, { type: 'TargetSet' }>;
  return { type: 'TargetRevised', data: { ...data, was: was as DecimalText } };
}

/** A value of a fiscal year, or of a month of FY2026, which runs from July 2025 on. */
export function measured(kpiId: string, period: string, value: string) {
  return {
    type: 'MeasurementRecorded' as const,
    data: {
      kpiId: kpiId as KpiId,
      period: period as Period,
      year: (period.startsWith('FY') ? period : 'FY2026') as FiscalYear,
      source: 'report',
      value: value as DecimalText,
    },
    effectiveAt: `${period.replace('FY', '').slice(0, 7)}-06-30T00:00:00.000Z` as Instant,
  };
}

export function corrected(kpiId: string, period: string, was: string, value: string): MeasurementsEvent {
  const { data, effectiveAt } = measured(kpiId, period, value);
  return { type: 'MeasurementCorrected', data: { ...data, was: was as DecimalText }, effectiveAt };
}

export function retracted(kpiId: string, period: string, was: string): MeasurementsEvent {
  const { data, effectiveAt } = measured(kpiId, period, was);
  const { value: _value, ...measurement } = data;
  return { type: 'MeasurementRetracted', data: { ...measurement, was: was as DecimalText }, effectiveAt };
}

export interface Readings {
  readonly target?: string;
  /** Of a range. */
  readonly upper?: string;
  readonly value?: string;
  /** Values of the years before, the last one first. */
  readonly before?: readonly string[];
  readonly direction?: KpiDefinition['direction'];
  readonly labels?: readonly string[];
}

/** A KPI with its values. */
export function kpi(kpiId: string, unit: string, readings: Readings): Fact[] {
  const { target, upper, value, before = [], direction = 'increase', labels = [] } = readings;
  return [
    defined(kpiId, unit, { direction, labels }),
    ...(target === undefined ? [] : [targetSet(kpiId, target, upper)]),
    ...before.map((past, index) => measured(kpiId, year(-1 - index), past)),
    ...(value === undefined ? [] : [measured(kpiId, 'FY2026', value)]),
  ];
}

/** A city with two agencies. */
export const organisation = [opened('city'), opened('parks', 'city', '846'), opened('police', 'city', '056')];
