import type { CommandContext } from '@pm/eventing';
import { type Contradiction, type Planned, type PlannedMeasurement, Slicer } from '@pm/importing';
import type { Calendar, Frequency, KpiId, Rejection } from '@pm/kernel';
import { kpis } from '@pm/measurement';
import { Dispatch } from '../dispatch.js';
import type { Ports } from '../ports.js';
import { recordSlices } from '../record-slices.js';
import { type RowProblem, RowReader } from './row-reader.js';
import type { SentRow } from './sent-rows.js';

/** Who sends a batch. */
export interface Sender {
  readonly by: CommandContext;
  /** Whether they may set right what others said. */
  readonly mayCorrectOthers: boolean;
}

/** What came of a batch so far. Every row is one of recorded, corrected, unchanged and rejected. */
export interface BatchOutcome {
  readonly rows: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Send it as `after` with a read that must show all of it; absent where nothing was ever recorded. */
  readonly position?: string;
  /** Of the rejected rows, by line, as many as are listed. */
  readonly problems: readonly RowProblem[];
}

const PROBLEMS_LISTED = 100;
/** Few enough to share a commit with others and not hold them up. */
const COMMANDS_AT_ONCE = 32;

/** Measurements that come part by part. */
export class Batch {
  private readonly reader: RowReader;
  private readonly slicer: Slicer;
  private readonly dispatch: Dispatch;
  private readonly frequencies = new Map<KpiId, Frequency | undefined>();
  private readonly problems: RowProblem[] = [];
  private readonly taken: Planned<PlannedMeasurement>[] = [];
  private good = 0;
  private rejected = 0;

  constructor(
    private readonly ports: Ports,
    private readonly sender: Sender,
    calendar: Calendar,
  ) {
    this.reader = new RowReader(calendar);
    this.slicer = new Slicer(calendar, (kpiId) => this.frequencies.get(kpiId));
    this.dispatch = new Dispatch(ports.commands, (items, refusal) => {
      if (refusal) items.forEach(({ place }) => this.reject(refused(place.line, refusal)));
      else this.good += items.length;
    });
  }

  /** Takes a row as it arrives: kept until the next {@link record}, or rejected. */
  take(row: SentRow): void {
    const read = this.reader.read(row);
    if ('data' in read) this.taken.push(read);
    else this.reject(read);
  }

  /** Records what was taken. */
  async record(): Promise<void> {
    const measurements = this.taken.splice(0);
    for (const { data } of measurements) if (data.measuredAt !== undefined) await this.learn(data.kpiId);
    const { slices, repeated, rejected } = this.slicer.sliced(measurements);
    this.good += repeated;
    for (const contradiction of rejected) this.reject(contradicting(contradiction));
    const { by, mayCorrectOthers } = this.sender;
    await recordSlices(slices, this.dispatch, {
      source: by.actor,
      mayCorrectOthers,
      commandsAtOnce: COMMANDS_AT_ONCE,
      // One key for many commands: what tells a repetition is the measurement itself.
      by: () => ({ ...by, repeatable: false, expectedRevision: undefined }),
    });
  }

  outcome(): BatchOutcome {
    const recorded = this.dispatch.recorded.get('MeasurementRecorded') ?? 0;
    const corrected = this.dispatch.recorded.get('MeasurementCorrected') ?? 0;
    return {
      rows: this.good + this.rejected,
      recorded,
      corrected,
      unchanged: this.good - recorded - corrected,
      rejected: this.rejected,
      position: this.dispatch.position,
      problems: this.problems.toSorted((a, b) => a.line - b.line),
    };
  }

  /** A moment's period depends on how often its KPI is due. */
  private async learn(kpiId: KpiId): Promise<void> {
    if (this.frequencies.get(kpiId)) return;
    const { definition } = await this.ports.answers.asking().read(kpis, kpiId);
    this.frequencies.set(kpiId, definition?.frequency);
  }

  private reject(problem: RowProblem): void {
    this.rejected += 1;
    if (this.problems.length < PROBLEMS_LISTED) this.problems.push(problem);
  }
}

/** The fields that rules speak of, by their names in a rejection's context. */
const FIELDS = { kpiId: 'kpi', period: 'period' } as const;

function refused(line: number, { code, advice, context }: Rejection): RowProblem {
  const known = Object.entries(FIELDS).find(([name]) => name in context);
  return { line, field: known?.[1], code, detail: advice };
}

const contradicting = ({ line, earlier }: Contradiction): RowProblem => ({
  line,
  field: 'value',
  code: 'contradicts-earlier-row',
  detail: `Line ${earlier} has another value for the same period and source; send one.`,
});
