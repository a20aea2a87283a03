import type { DecimalText, FiscalYear, Instant, KpiId, LocalDate, Period, UnitId } from '@pm/kernel';
import type { KpiAnnotated, KpiAnnotationRetracted } from '../annotations/annotation.events.js';
import type { KpiDefined, KpiRedefined, KpiRetired, TargetRevised, TargetSet } from '../kpis/kpi.events.js';
import type {
  MeasurementCorrected,
  MeasurementRecorded,
  MeasurementRetracted,
} from '../measurements/measurements.events.js';

export const decimal = (text: string): DecimalText => text as DecimalText;
export const period = (name: string): Period => name as Period;
export const kpiId = 'churn' as KpiId;

/** Share of customers who leave in a month: less is better. */
export const churn: KpiDefined['data'] = {
  kpiId,
  number: '119',
  name: 'Churn',
  unitId: 'sales' as UnitId,
  direction: 'decrease',
  frequency: 'monthly',
  aggregation: 'mean',
  unitOfMeasure: '%',
  labels: ['critical'],
};

export const defined = (change: Partial<KpiDefined['data']> = {}): KpiDefined => ({
  type: 'KpiDefined',
  data: { ...churn, ...change },
});
export const redefined = (change: Partial<KpiRedefined['data']>): KpiRedefined => {
  const { number: _, ...definition } = churn;
  return { type: 'KpiRedefined', data: { ...definition, ...change } };
};
export const retired: KpiRetired = { type: 'KpiRetired', data: { kpiId } };

export const targetSet = (name: string, value: string, upper?: string): TargetSet => ({
  type: 'TargetSet',
  data: { kpiId, period: period(name), value: decimal(value), ...(upper && { upper: decimal(upper) }) },
});
export const targetRevised = (name: string, was: string, value: string): TargetRevised => ({
  type: 'TargetRevised',
  data: { kpiId, period: period(name), value: decimal(value), was: decimal(was) },
});

/** What else is said of a measurement than its period and value. */
export interface Said {
  readonly source?: string;
  readonly note?: string;
  readonly at?: string;
  readonly year?: string;
}

/** A value of a month of 2026 or of a fiscal year, true as it ends unless said otherwise; years are calendar years. */
export const recorded = (name: string, value: string, said: Said = {}): MeasurementRecorded => {
  const { source = 'crm', note, at, year } = said;
  return {
    type: 'MeasurementRecorded',
    data: {
      kpiId,
      period: period(name),
      year: (year ?? `FY${/\d{4}/.exec(name)![0]}`) as FiscalYear,
      source,
      value: decimal(value),
      note,
    },
    effectiveAt: (at ?? endOf(name)) as Instant,
  };
};
export const corrected = (
  name: string,
  was: string,
  value: string,
  said: Said = {},
): MeasurementCorrected => {
  const { data, effectiveAt } = recorded(name, value, said);
  return { type: 'MeasurementCorrected', data: { ...data, was: decimal(was) }, effectiveAt };
};
export const retracted = (name: string, was: string, said: Said = {}): MeasurementRetracted => {
  const { data, effectiveAt } = recorded(name, was, said);
  const { value: _value, note: _note, ...measurement } = data;
  return { type: 'MeasurementRetracted', data: { ...measurement, was: decimal(was) }, effectiveAt };
};

export const annotated = (annotationId: string, at: string, text: string): KpiAnnotated => ({
  type: 'KpiAnnotated',
  data: { kpiId, annotationId, at: at as LocalDate, text },
});
export const annotationRetracted = (annotationId: string): KpiAnnotationRetracted => ({
  type: 'KpiAnnotationRetracted',
  data: { kpiId, annotationId },
});

/** Sorts as periods do; 28 February is as good an end as any. */
const endOf = (name: string): string =>
  name.startsWith('FY') ? `${name.slice(2)}-12-31T23:59:59.999Z` : `${name}-28T23:59:59.999Z`;
