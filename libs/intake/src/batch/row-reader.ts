import { idIn } from '@pm/eventing';
import {
  DECIMAL,
  type Kind,
  momentIn,
  periodIn,
  type Planned,
  type PlannedMeasurement,
  textUpTo,
} from '@pm/importing';
import type { Calendar, DecimalText, KpiId, Period } from '@pm/kernel';
import type { SentRow } from './sent-rows.js';

/** Why a row was left out. */
export interface RowProblem {
  readonly line: number;
  /** Absent where it is not the fault of one field. */
  readonly field?: string;
  readonly code: string;
  /** What to do; never repeats what was sent. */
  readonly detail: string;
}

type Fields = Readonly<Partial<Record<string, string>>>;

/** Of a name that is not ours. */
const SHOWN = 100;
const REQUIRED = ['kpi', 'value'] as const;

/** Reads rows as measurements, by the field names of a single one. */
export class RowReader {
  private readonly kinds: ReadonlyMap<string, Kind>;
  /** Rows name the same KPIs again and again. */
  private readonly kpis = new Map<string, KpiId | undefined>();

  constructor(calendar: Calendar) {
    this.kinds = new Map<string, Kind>([
      [
        'kpi',
        { expected: 'the id of a KPI, or number:<number>', is: (text): text is string => this.isKpi(text) },
      ],
      ['period', periodIn(calendar)],
      ['measuredAt', momentIn(calendar)],
      ['value', DECIMAL],
      ['source', textUpTo(80)],
      ['note', textUpTo(500)],
      ['reason', textUpTo(1000)],
    ]);
  }

  read({ line, fields }: SentRow): Planned<PlannedMeasurement> | RowProblem {
    if (!fields) return { line, code: 'row-unreadable', detail: 'Send one JSON object, or a cell a column.' };
    return this.problemIn(line, fields) ?? this.measurement(line, fields as Fields);
  }

  private problemIn(line: number, fields: Readonly<Record<string, unknown>>): RowProblem | undefined {
    for (const [field, value] of Object.entries(fields)) {
      const kind = this.kinds.get(field);
      if (!kind) return { line, field: field.slice(0, SHOWN), code: 'field-unknown', detail: this.known() };
      if (typeof value !== 'string' || !kind.is(value))
        return { line, field, code: 'field-invalid', detail: `Send ${kind.expected}, as text.` };
    }
    const field = REQUIRED.find((name) => fields[name] === undefined);
    if (field)
      return { line, field, code: 'field-missing', detail: `Send ${this.kinds.get(field)!.expected}.` };
    if ((fields['period'] === undefined) === (fields['measuredAt'] === undefined))
      return { line, code: 'measured-when', detail: 'Send either period or measuredAt.' };
    return undefined;
  }

  private known(): string {
    return `There is no such field; there are ${[...this.kinds.keys()].join(', ')}.`;
  }

  private isKpi(text: string): boolean {
    if (!this.kpis.has(text)) this.kpis.set(text, idIn('kpi', text) as KpiId | undefined);
    return this.kpis.get(text) !== undefined;
  }

  private measurement(line: number, fields: Fields): Planned<PlannedMeasurement> {
    const { kpi, period, measuredAt, value, source, note, reason } = fields;
    const [kpiId, number] = [this.kpis.get(kpi!)!, kpi!];
    const time = { period: period as Period | undefined, measuredAt };
    const data = { kpiId, number, ...time, value: value as DecimalText, source, note, reason };
    return { data, place: { line, item: 'measurement' } };
  }
}
