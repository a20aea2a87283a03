import { command, type FactScope } from '@pm/eventing/commands';
import {
  type Calendar,
  calendarInForce,
  type DecimalText,
  freezeOf,
  frozenPeriods,
  type KpiId,
  neverValid,
  Rejection,
  sliceOf,
  spanOf,
  unknown,
} from '@pm/kernel';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { IsDecimalText } from '../decimal-text.validator.js';
import { mayAmendFrozen } from '../freeze.command.js';
import { type Kpi, kpis } from '../kpis/kpi.state.js';
import { limitRefusal } from '../limits.command.js';
import { measurements } from './measurements.state.js';
import { type ReadingTime, readingTime, type StatedTime } from './reading-time.js';
import { type Reading, recordMeasurements } from './record-measurements.decide.js';

export class RecordMeasurementInput {
  /** In the KPI's unit, as decimal text. @example "42.5" */
  @IsDecimalText()
  value: string;

  /** The period that the value is of; or say when it was measured. @example "FY2023" */
  @IsOptional()
  @Length(4, 10)
  period?: string;

  /** When it was true, not when it was typed in: ISO 8601 with offset; a bare date means the end of that day. */
  @IsOptional()
  @Length(10, 40)
  measuredAt?: string;

  /** Who or what measured. With KPI and period it tells a correction from another value. */
  @IsOptional()
  @Length(1, 80)
  source?: string;

  @IsOptional()
  @MaxLength(500)
  note?: string;

  /** Why, where it corrects what somebody else said, or is of a frozen period. */
  @IsOptional()
  @Length(1, 1000)
  reason?: string;
}

/** A value as stated, its time not worked out yet. */
export interface StatedMeasurement extends StatedTime {
  readonly value: DecimalText;
  readonly source: string;
  readonly note?: string;
}

export interface RecordMeasurementsRequest {
  readonly kpiId: KpiId;
  /** All of one slice of the KPI's time, 1 to 1000. */
  readonly stated: readonly StatedMeasurement[];
  /** Whether the one who asks may set right what others said. */
  readonly mayCorrectOthers?: boolean;
}

export const recordMeasurementsCommand = command('RecordMeasurements', {
  fold: measurements,
  id: async (request: RecordMeasurementsRequest, scope) => {
    const timed = await timedOf(request, scope);
    return timed instanceof Rejection ? timed : `${request.kpiId}.${sliceOf(timed.times[0]!.period)}`;
  },
  facts: async (request, scope) => {
    const { kpiId, mayCorrectOthers = false } = request;
    const timed = (await limitRefusal(kpiId, scope)) ?? (await timedOf(request, scope));
    if (timed instanceof Rejection) return timed;
    const { actor, reason } = scope.by;
    const by = { actor, reason, mayCorrectOthers, mayAmendFrozen: mayAmendFrozen(scope) };
    const readings = await readingsOf(request, timed, scope);
    return { kpiId, readings, kpi: timed.kpi, now: scope.now, ...by };
  },
  decide: recordMeasurements,
});

/** The times of what is stated, worked out, and what they were worked out by. */
interface Timed {
  readonly kpi: Kpi;
  readonly calendar: Calendar;
  readonly times: readonly ReadingTime[];
}

async function timedOf(
  { kpiId, stated }: RecordMeasurementsRequest,
  { read, ask, now }: FactScope,
): Promise<Timed | Rejection> {
  const kpi = await read(kpis, kpiId);
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  const calendar = await ask(calendarInForce, {});
  const times: ReadingTime[] = [];
  for (const time of stated) {
    const when = readingTime(time, kpi.definition.frequency, calendar, now);
    if (when instanceof Rejection) return when;
    times.push(when);
  }
  // They share the stream of the first one's slice: another slice's value would never be found again there.
  if (new Set(times.map(({ period }) => sliceOf(period))).size > 1)
    return neverValid('several-slices', 'Send the values of each slice of time on their own.', { kpiId });
  return { kpi, calendar, times };
}

async function readingsOf(
  { stated }: RecordMeasurementsRequest,
  { calendar, times }: Timed,
  { ask }: FactScope,
): Promise<Reading[]> {
  const frozen = await ask(frozenPeriods, {});
  return stated.map(({ value, source, note }, index) => {
    const time = times[index]!;
    const freeze = frozen.length > 0 ? freezeOf(frozen, spanOf(time.period, calendar)!) : undefined;
    return { ...time, value, source, note, frozen: freeze?.period };
  });
}
