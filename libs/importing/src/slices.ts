import {
  equal,
  localDate,
  parseMoment,
  periodOf,
  sliceOf,
  type Calendar,
  type Frequency,
  type KpiId,
  type Period,
} from '@pm/kernel';
import type { Planned, PlannedMeasurement, RejectedItem } from './plan.js';

/** Measurements that share a stream: they are recorded with one command. */
export interface Slice {
  readonly kpiId: KpiId;
  readonly number: string;
  readonly name: string;
  readonly measurements: readonly Planned<PlannedMeasurement>[];
}

export interface Sliced {
  readonly slices: readonly Slice[];
  /** How many say again what another one said. */
  readonly repeated: number;
  readonly rejected: readonly RejectedItem[];
}

/**
 * Groups measurements by KPI and slice of its time. A period has one value: another one further down is refused, or
 * every import would record both anew.
 *
 * @param frequencies of the KPIs whose definition is known; a moment measured for another one stays alone
 */
export function sliced(
  measurements: readonly Planned<PlannedMeasurement>[],
  frequencies: ReadonlyMap<KpiId, Frequency>,
  calendar: Calendar,
): Sliced {
  const slices = new Map<string, Slice & { readonly measurements: Planned<PlannedMeasurement>[] }>();
  const first = new Map<string, Planned<PlannedMeasurement>>();
  const rejected: RejectedItem[] = [];
  let repeated = 0;
  for (const planned of measurements) {
    const { kpiId, number, measuredAt } = planned.data;
    const period = periodOfMeasurement(planned.data, frequencies.get(kpiId), calendar);
    const known = first.get(`${kpiId} ${period ?? measuredAt}`);
    if (known) {
      if (equal(known.data.value, planned.data.value)) repeated += 1;
      else rejected.push(contradicting(planned, known));
      continue;
    }
    first.set(`${kpiId} ${period ?? measuredAt}`, planned);
    const name = period ? sliceOf(period) : measuredAt!;
    const slice = slices.get(`${kpiId} ${name}`);
    if (slice) slice.measurements.push(planned);
    else slices.set(`${kpiId} ${name}`, { kpiId, number, name, measurements: [planned] });
  }
  return { slices: [...slices.values()], repeated, rejected };
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

function contradicting(
  { data, place }: Planned<PlannedMeasurement>,
  known: Planned<PlannedMeasurement>,
): RejectedItem {
  const { line } = known.place;
  return {
    ...place,
    reason: `line ${line} has ${known.data.value} for the same period, this one ${data.value}; keep one`,
  };
}
