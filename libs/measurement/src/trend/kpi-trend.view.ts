import {
  type ActorId,
  type Calendar,
  type DecimalText,
  type Frequency,
  type Instant,
  type KpiId,
  type Period,
  type PersonalText,
  type Recorded,
  sliceOf,
  type View,
} from '@pm/kernel';
import { isLate } from '../measurements/due.state.js';
import type { MeasurementsEvent } from '../measurements/measurements.events.js';

/** What was once said of a point, and by whom: nothing that was wrong disappears. */
export interface TrendEntry {
  readonly event: 'recorded' | 'corrected' | 'retracted';
  /** What held from then on; of a retraction, what it took back. */
  readonly value: DecimalText;
  readonly recordedAt: Instant;
  readonly actor: ActorId;
  readonly onBehalfOf?: ActorId;
  readonly reason?: PersonalText;
  readonly position: string;
}

/** What one source says of one period, and all that it said before. */
export interface TrendPoint {
  readonly period: Period;
  /** Absent where it was retracted. */
  readonly value?: DecimalText;
  readonly source: string;
  readonly measuredAt: Instant;
  readonly recordedAt: Instant;
  /** 0 where the value stands as first recorded, or as recorded anew after a retraction. */
  readonly corrections: number;
  readonly retracted?: true;
  /** Oldest first. */
  readonly history: readonly TrendEntry[];
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
  revision: 2,
  handles: ['MeasurementRecorded', 'MeasurementCorrected', 'MeasurementRetracted'],
  indexes: ['kpiId', 'slice'],
  key: ({ data: { kpiId, period } }) => `${kpiId}.${sliceOf(period)}`,
  evolve: (page, event) => {
    const { kpiId, period, source } = event.data;
    const points = page?.points ?? [];
    const known = points.find((point) => point.period === period && point.source === source);
    const others = points.filter((other) => other !== known);
    return { kpiId, slice: sliceOf(period), points: placed(others, pointAfter(known, event)) };
  },
};

function pointAfter(known: TrendPoint | undefined, event: Recorded<MeasurementsEvent>): TrendPoint {
  const { period, source } = event.data;
  const point = {
    period,
    source,
    measuredAt: event.effectiveAt!,
    recordedAt: event.metadata.recordedAt,
    corrections: known?.corrections ?? 0,
    history: [...(known?.history ?? []), entryOf(event)],
  };
  switch (event.type) {
    case 'MeasurementRecorded':
      return { ...point, value: event.data.value, corrections: 0 };
    case 'MeasurementCorrected':
      return { ...point, value: event.data.value, corrections: point.corrections + 1 };
    case 'MeasurementRetracted':
      return { ...point, retracted: true };
  }
}

const NAMES = {
  MeasurementRecorded: 'recorded',
  MeasurementCorrected: 'corrected',
  MeasurementRetracted: 'retracted',
} as const;

function entryOf(event: Recorded<MeasurementsEvent>): TrendEntry {
  const { recordedAt, actor, onBehalfOf, reason } = event.metadata;
  return {
    event: NAMES[event.type],
    value: event.type === 'MeasurementRetracted' ? event.data.was : event.data.value,
    recordedAt,
    actor,
    ...(onBehalfOf && { onBehalfOf }),
    ...(reason && { reason }),
    position: event.position,
  };
}

function placed(points: readonly TrendPoint[], point: TrendPoint): TrendPoint[] {
  const after = points.findLastIndex(({ measuredAt }) => measuredAt <= point.measuredAt);
  return points.toSpliced(after + 1, 0, point);
}

/** What a reader sees of points; `late` where one came in late (see {@link isLate}). */
export function presentTrend(
  points: readonly TrendPoint[],
  frequency: Frequency,
  calendar: Calendar,
): (TrendPoint & { readonly late?: true })[] {
  return points.map((point) => {
    const { recordedAt } = point.history.findLast(({ event }) => event === 'recorded')!;
    return isLate(point.period, recordedAt, frequency, calendar) ? { ...point, late: true } : point;
  });
}
