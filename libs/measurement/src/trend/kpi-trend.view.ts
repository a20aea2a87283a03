import { type DecimalText, type Instant, type KpiId, type Period, sliceOf, type View } from '@pm/kernel';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';

/** One measured value, with how often it was corrected. */
export interface TrendPoint {
  readonly period: Period;
  readonly value: DecimalText;
  readonly source: string;
  readonly measuredAt: Instant;
  readonly recordedAt: Instant;
  /** 0 where the value stands as first recorded. */
  readonly corrections: number;
}

/** One slice of a KPI's time: documents stay small however long it is measured. */
export interface KpiTrendPage {
  readonly kpiId: KpiId;
  readonly slice: string;
  /** In order of time. */
  readonly points: readonly TrendPoint[];
}

export const kpiTrend: View<KpiTrendPage, MeasurementsEvent> = {
  name: 'kpi-trend',
  revision: 1,
  handles: ['MeasurementRecorded', 'MeasurementCorrected'],
  indexes: ['kpiId', 'slice'],
  key: ({ data: { kpiId, period } }) => `${kpiId}.${sliceOf(period)}`,
  evolve: (page, event) => {
    const { kpiId, period, source, value } = event.data;
    const points = page?.points ?? [];
    const known = points.find((point) => point.period === period && point.source === source);
    const point: TrendPoint = {
      period,
      value,
      source,
      measuredAt: event.effectiveAt!,
      recordedAt: event.metadata.recordedAt,
      corrections: event.type === 'MeasurementCorrected' ? (known?.corrections ?? 0) + 1 : 0,
    };
    return {
      kpiId,
      slice: sliceOf(period),
      points: placed(
        points.filter((other) => other !== known),
        point,
      ),
    };
  },
};

function placed(points: readonly TrendPoint[], point: TrendPoint): TrendPoint[] {
  const after = points.findLastIndex(({ measuredAt }) => measuredAt <= point.measuredAt);
  return points.toSpliced(after + 1, 0, point);
}
