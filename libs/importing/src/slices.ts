import {
  equal,
  localDate,
  parseMoment,
  periodOf,
  sliceOf,
  type Calendar,
  type DecimalText,
  type Frequency,
  type KpiId,
  type Period,
} from '@pm/kernel';
import type { Planned, PlannedMeasurement, RejectedItem } from './plan.js';

/** Measurements that share a stream and a reason: they are recorded with one command. */
export interface Slice {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly name: string;
  readonly reason?: string;
  readonly measurements: readonly Planned<PlannedMeasurement>[];
}

export interface Sliced {
  readonly slices: readonly Slice[];
  /** How many say again what another one said. */
  readonly repeated: number;
  readonly rejected: readonly Contradiction[];
}

/** Another value than an earlier row has for the same period. */
export interface Contradiction extends RejectedItem {
  /** Of the earlier row. */
  readonly earlier: number;
}

/** What is remembered of a row whose successors come later. */
interface First {
  readonly line: number;
  readonly value: DecimalText;
}

/**
 * Groups measurements by KPI and slice of its time, one part of a file after the other. A period has one value a source:
 * another one further down is refused, in whichever part, or every import would record both anew.
 */
export class Slicer {
  private readonly first = new Map<string, First>();

  /** @param frequencyOf undefined where the KPI's definition is not known: a moment measured for it stays alone */
  constructor(
    private readonly calendar: Calendar,
    private readonly frequencyOf: (kpiId: KpiId) => Frequency | undefined,
  ) {}

  sliced(measurements: readonly Planned<PlannedMeasurement>[]): Sliced {
    const slices = new Map<string, Slice & { readonly measurements: Planned<PlannedMeasurement>[] }>();
    const rejected: Contradiction[] = [];
    let repeated = 0;
    for (const planned of measurements) {
      const { kpiId, number, measuredAt, value, source = '', reason } = planned.data;
      const period = periodOfMeasurement(planned.data, this.frequencyOf(kpiId), this.calendar);
      const key = `${kpiId} ${period ?? measuredAt} ${source}`;
      const known = this.first.get(key);
      if (known) {
        if (equal(known.value, value)) repeated += 1;
        else rejected.push(contradicting(planned, known));
        continue;
      }
      this.first.set(key, { line: planned.place.line, value });
      const name = period ? sliceOf(period) : measuredAt!;
      const place = `${kpiId} ${name} ${reason ?? ''}`;
      const slice = slices.get(place);
      if (slice) slice.measurements.push(planned);
      else slices.set(place, { kpiId, number, name, reason, measurements: [planned] });
    }
    return { slices: [...slices.values()], repeated, rejected };
  }
}

function periodOfMeasurement(
  { period, measuredAt }: PlannedMeasurement,
  frequency: Frequency | undefined,
  calendar: Calendar,
): Period | undefined {
  if (period !== undefined || frequency === undefined) return period;
  const at = parseMoment(measuredAt ?? '', calendar.timeZone);
  return at && periodOf(frequency, localDate(at, calendar.timeZone), calendar);
}

function contradicting({ data, place }: Planned<PlannedMeasurement>, known: First): Contradiction {
  return {
    ...place,
    earlier: known.line,
    reason: `line ${known.line} has ${known.value} for the same period, this one ${data.value}; keep one`,
  };
}
