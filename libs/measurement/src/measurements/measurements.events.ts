import type { DecimalText, Event, FiscalYear, KpiId, Period, PersonalText } from '@pm/kernel';

interface Measurement {
  kpiId: KpiId;
  /** Of the KPI's frequency. With KPI and source it is the measurement's natural key. */
  period: Period;
  /** The fiscal year that the period counts towards, by the calendar then in force. */
  year: FiscalYear;
  /** Who or what measured: a system, a report, an import. */
  source: string;
}

interface Measured extends Measurement {
  /** In the KPI's unit. */
  value: DecimalText;
  note?: PersonalText;
}

/** effectiveAt: when the value was true, at the latest the end of its period. */
export type MeasurementRecorded = Event<'MeasurementRecorded', Measured>;
/** The same period and source say something else now; `was` is the value until then. */
export type MeasurementCorrected = Event<'MeasurementCorrected', Measured & { was: DecimalText }>;
/** The value never held: nothing stands for the period and source from now on. effectiveAt: that of the value. */
export type MeasurementRetracted = Event<'MeasurementRetracted', Measurement & { was: DecimalText }>;

export type MeasurementsEvent = MeasurementRecorded | MeasurementCorrected | MeasurementRetracted;
