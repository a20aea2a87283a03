import type { Calendar } from '@pm/kernel';
import type { Binder, Cells, Field, Read } from './binder.js';
import { kpiIdOf, NUMBER } from './definitions.js';
import { momentIn, periodIn } from './kind.js';
import type { MeasurementMapping, TargetMapping, Value } from './mapping.js';
import type { PlannedMeasurement, PlannedTarget } from './plan.js';

/** One column's values. */
export interface ValueReader<T> {
  readonly column: string | undefined;
  /** Undefined for a row that has none. */
  readonly read: Read<T | undefined>;
}

export function targetReader(
  entry: TargetMapping,
  bind: Binder,
  calendar: Calendar,
): ValueReader<PlannedTarget> {
  const kpi = bind.optional('kpi', entry.kpi, NUMBER);
  const period = bind.time('period', entry.period, periodIn(calendar));
  const field = bind.field('value', entry.value);
  const valueOf = bind.decimal(field);
  const read = (cells: Cells): PlannedTarget | undefined => {
    const number = kpi(cells);
    const value = number && valueOf(cells);
    return number && value ? { kpiId: kpiIdOf(number), number, period: period(cells), value } : undefined;
  };
  return { column: field.column, read };
}

/** A reader for each value that a row may hold. */
export function measurementReaders(
  entry: MeasurementMapping,
  bind: Binder,
  calendar: Calendar,
): ValueReader<PlannedMeasurement>[] {
  const kpi = bind.optional('kpi', entry.kpi, NUMBER);
  if (entry.values) {
    const below = bind.below('values');
    return Object.entries(entry.values).map(([name, value]) => {
      const period = below.required(name, name, periodIn(calendar));
      return reader(below, below.field(name, value), kpi, (cells) => ({ period: period(cells) }));
    });
  }
  const field = bind.field('value', entry.value!);
  return [reader(bind, field, kpi, timeReader(entry, bind, calendar))];
}

type Stated = Pick<PlannedMeasurement, 'period' | 'measuredAt'>;

function timeReader(entry: MeasurementMapping, bind: Binder, calendar: Calendar): Read<Stated> {
  if (entry.period !== undefined) {
    const period = bind.time('period', entry.period, periodIn(calendar));
    return (cells) => ({ period: period(cells) });
  }
  const measuredAt = bind.time('measuredAt', entry.measuredAt as Value, momentIn(calendar));
  return (cells) => ({ measuredAt: measuredAt(cells) });
}

function reader(
  bind: Binder,
  field: Field,
  kpi: Read<string | undefined>,
  time: Read<Stated>,
): ValueReader<PlannedMeasurement> {
  const valueOf = bind.decimal(field);
  const read = (cells: Cells): PlannedMeasurement | undefined => {
    const number = kpi(cells);
    const value = number && valueOf(cells);
    return number && value ? { kpiId: kpiIdOf(number), number, ...time(cells), value } : undefined;
  };
  return { column: field.column, read };
}
