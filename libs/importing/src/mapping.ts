import type { DayForm } from './days.js';

/** Text with `{column}` placeholders, or that text looked up. */
export type Value =
  | string
  | {
      readonly from: string;
      /** What each text stands for; a text that is not listed is refused. */
      readonly map?: Readonly<Record<string, string>>;
      /** Stands in where the text is empty. */
      readonly ifEmpty?: string;
    };

/** An entry is left out of a row in which its key, or `when`, is empty. */
interface Entry {
  readonly when?: Value;
}

export interface UnitMapping extends Entry {
  readonly number: Value;
  readonly name: Value;
  readonly kind: Value;
  /** Number of the unit above; absent for the organisation itself. */
  readonly parent?: Value;
}

export interface PersonMapping extends Entry {
  readonly number: Value;
  readonly name: Value;
  /** Number of their unit. */
  readonly unit: Value;
  /** Number of who leads them. */
  readonly manager?: Value;
  /** The day from which on they belong to the unit and have the manager; the day of the import where absent. */
  readonly from?: Value;
}

export interface HeadMapping extends Entry {
  /** Number of the unit. */
  readonly unit: Value;
  /** Number of the person who stands for it. */
  readonly person: Value;
  /** From this day on; the day of the import where absent. */
  readonly from?: Value;
}

export interface ParentMapping {
  readonly number: Value;
  readonly contributes?: boolean;
  readonly weight?: Value;
}

export interface GoalMapping extends Entry {
  /** What the source knows it by, of as many columns as it takes to be unique. */
  readonly number: Value;
  readonly title: Value;
  readonly kind: Value;
  /** Number of its unit. */
  readonly unit: Value;
  readonly parents?: readonly ParentMapping[];
}

export interface LabelMapping {
  readonly from: string;
  /** The KPI has the label where the text is this. */
  readonly is: string;
}

export interface KpiMapping extends Entry {
  readonly number: Value;
  readonly name: Value;
  /** Number of its unit. */
  readonly unit: Value;
  /** Number of its goal. */
  readonly goal?: Value;
  readonly direction: Value;
  readonly frequency: Value;
  readonly aggregation: Value;
  readonly unitOfMeasure?: Value;
  readonly labels?: Readonly<Record<string, LabelMapping>>;
}

export interface TargetMapping extends Entry {
  /** Number of the KPI. */
  readonly kpi: Value;
  readonly period: Value;
  readonly value: Value;
}

/** `values` for a file with a column a period, else `value` with `period` or `measuredAt`. */
export interface MeasurementMapping extends Entry {
  /** Number of the KPI. */
  readonly kpi: Value;
  readonly values?: Readonly<Record<string, Value>>;
  readonly period?: Value;
  readonly measuredAt?: Value;
  readonly value?: Value;
}

/** How the file writes its cells. */
export interface CsvFormat {
  /** `,` where absent. */
  readonly delimiter?: string;
  /** The decimal sign; `.` where absent. */
  readonly decimal?: '.' | ',';
  /** What groups the digits of a number: 1.234,50. Absent where nothing does. */
  readonly thousands?: '.' | ',' | ' ' | "'";
  /** What a number may carry beside its digits, and is left out: %, €. */
  readonly signs?: readonly string[];
  /** Whether (42) is -42. */
  readonly parentheses?: boolean;
  /** How days are written where they are not as 2026-03-05. */
  readonly days?: DayForm;
  /** Texts that stand for an empty cell: n/a, -. */
  readonly empty?: readonly string[];
}

export interface CalendarMapping {
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly from: string;
}

/** What the columns of a file mean. `docs/import.md` explains it with an example. */
export interface Mapping {
  /** Names the file's origin in everything that it brings: with KPI and period it tells a correction from another value. */
  readonly source: string;
  readonly csv?: CsvFormat;
  readonly calendar?: CalendarMapping;
  readonly units?: readonly UnitMapping[];
  readonly people?: readonly PersonMapping[];
  readonly heads?: readonly HeadMapping[];
  readonly goals?: readonly GoalMapping[];
  readonly kpis?: readonly KpiMapping[];
  readonly targets?: readonly TargetMapping[];
  readonly measurements?: readonly MeasurementMapping[];
}
