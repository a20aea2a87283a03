import { equal, type Calendar, type LocalDate } from '@pm/kernel';
import { BadCell, Binder, type Cells, type Header, type Read } from './binder.js';
import type { Row } from './csv.js';
import { plainDays } from './days.js';
import { goalReader, kpiReader, unitReader } from './definitions.js';
import { FirstKept } from './first-kept.js';
import type { Mapping, Value } from './mapping.js';
import { Numbers } from './numbers.js';
import { parentsFirst } from './parents-first.js';
import { headReader, personReader } from './people.js';
import type {
  Place,
  Plan,
  Planned,
  PlannedGoal,
  PlannedHead,
  PlannedKpi,
  PlannedMeasurement,
  PlannedPerson,
  PlannedTarget,
  PlannedUnit,
  RejectedItem,
} from './plan.js';
import { BadMapping } from './read-mapping.js';
import { ThousandsDoubt } from './thousands-doubt.js';
import { measurementReaders, targetReader } from './values.js';

/** Takes what one entry of the mapping finds in a row. */
type Take = (row: Row) => void;

/** Turns the rows of one file into a plan. */
export class Planner {
  private rows = 0;
  private readonly units = new FirstKept<PlannedUnit>();
  private readonly people = new FirstKept<PlannedPerson>(['name']);
  private readonly heads = new FirstKept<PlannedHead>();
  private readonly goals = new FirstKept<PlannedGoal>();
  private readonly kpis = new FirstKept<PlannedKpi>();
  private readonly targets = new Map<string, Planned<PlannedTarget>>();
  private readonly measurements: Planned<PlannedMeasurement>[] = [];
  private readonly rejected: RejectedItem[] = [];
  private readonly takes: readonly Take[];
  private readonly width: number;
  private readonly doubt: ThousandsDoubt;

  /** @throws BadMapping where it speaks of columns that the file does not have */
  constructor(
    private readonly mapping: Mapping,
    columns: readonly string[],
  ) {
    this.width = columns.length;
    const header = headerOf(mapping, columns);
    const bind = new Binder(header);
    this.doubt = header.doubt;
    this.takes = [...this.definitions(bind), ...this.values(bind)];
    if (bind.problems.length > 0) throw new BadMapping(bind.problems);
  }

  /** Takes from a row whatever is good in it. */
  add(row: Row): void {
    this.rows += 1;
    if (row.cells.length !== this.width) {
      const reason = `has ${row.cells.length} cells, the header ${this.width}; quote cells that hold a delimiter`;
      this.rejected.push({ line: row.line, item: 'row', reason });
      return;
    }
    for (const take of this.takes) take(row);
  }

  /** @throws BadMapping where the numbers may be meant otherwise than the mapping reads them */
  plan(): Plan {
    const doubtful = this.doubt.problem();
    if (doubtful !== undefined) throw new BadMapping([doubtful]);
    const { source, calendar } = this.mapping;
    return {
      source,
      rows: this.rows,
      calendar: calendar && { ...calendar, from: calendar.from as LocalDate },
      units: parentsFirst(this.units.items()),
      people: this.people.items(),
      heads: this.heads.items(),
      goals: this.goals.items(),
      kpis: this.kpis.items(),
      targets: [...this.targets.values()],
      measurements: this.measurements,
      rejected: this.rejected,
      notes: [this.units, this.people, this.heads, this.goals, this.kpis].flatMap((kept) => kept.notes()),
    };
  }

  private definitions(bind: Binder): Take[] {
    const { mapping } = this;
    return [
      ...entriesOf(mapping, 'units', bind).map(({ entry, below, when }) =>
        this.taking('unit', when, unitReader(entry, below), keeping(this.units, 'unit')),
      ),
      ...entriesOf(mapping, 'people', bind).map(({ entry, below, when }) =>
        this.taking('person', when, personReader(entry, below), keeping(this.people, 'person')),
      ),
      ...entriesOf(mapping, 'heads', bind).map(({ entry, below, when }) =>
        this.taking('head', when, headReader(entry, below), keeping(this.heads, 'head of unit')),
      ),
      ...entriesOf(mapping, 'goals', bind).map(({ entry, below, when }) =>
        this.taking('goal', when, goalReader(entry, below, mapping.source), keeping(this.goals, 'goal')),
      ),
      ...entriesOf(mapping, 'kpis', bind).map(({ entry, below, when }) =>
        this.taking('KPI', when, kpiReader(entry, below), keeping(this.kpis, 'KPI')),
      ),
    ];
  }

  private values(bind: Binder): Take[] {
    const { mapping } = this;
    const calendar = calendarOf(mapping);
    return [
      ...entriesOf(mapping, 'targets', bind).map(({ entry, below, when }) => {
        const { column, read } = targetReader(entry, below, calendar);
        return this.taking('target', when, read, (data, { line }) => this.target(data, { line, column }));
      }),
      ...entriesOf(mapping, 'measurements', bind).flatMap(({ entry, below, when }) =>
        measurementReaders(entry, below, calendar).map(({ column, read }) =>
          this.taking('measurement', when, read, (data, { line }) => {
            const place = { line, column, item: `measurement of KPI ${data.number}` };
            this.measurements.push({ data, place });
          }),
        ),
      ),
    ];
  }

  private taking<T>(
    what: string,
    when: (cells: Cells) => boolean,
    read: Read<T | undefined>,
    take: (data: T, row: Row) => void,
  ): Take {
    return (row) => {
      try {
        const data = when(row.cells) ? read(row.cells) : undefined;
        if (data !== undefined) take(data, row);
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        const { column, message } = error;
        this.rejected.push({ line: row.line, column, item: what, reason: message });
      }
    };
  }

  /** A period has one target: another one further down is refused, or every import would record both anew. */
  private target(data: PlannedTarget, at: Omit<Place, 'item'>): void {
    const key = `${data.kpiId} ${data.period}`;
    const known = this.targets.get(key);
    const place = { ...at, item: `target of KPI ${data.number} for ${data.period}` };
    if (!known) this.targets.set(key, { data, place });
    else if (!equal(known.data.value, data.value)) {
      const reason = `line ${known.place.line} has ${known.data.value}, this one ${data.value}; keep one`;
      this.rejected.push({ ...place, reason });
    }
  }
}

const keeping =
  <T extends { readonly number: string }>(kept: FirstKept<T>, what: string) =>
  (data: T, { line }: Row): void =>
    kept.add(data.number, data, { line, item: `${what} ${data.number}` });

type Sections = Required<
  Pick<Mapping, 'units' | 'people' | 'heads' | 'goals' | 'kpis' | 'targets' | 'measurements'>
>;

/** A section's entries, each with a binder of its place and whether a row has it. */
function entriesOf<S extends keyof Sections>(mapping: Mapping, section: S, bind: Binder) {
  const entries: readonly Sections[S][number][] = mapping[section] ?? [];
  return entries.map((entry, index) => {
    const below = bind.below(section).below(index);
    return { entry, below, when: presence(entry.when, below) };
  });
}

function presence(when: Value | undefined, bind: Binder): (cells: Cells) => boolean {
  if (when === undefined) return () => true;
  const { text } = bind.field('when', when);
  return (cells) => text(cells) !== '';
}

function headerOf({ csv }: Mapping, columns: readonly string[]): Header {
  const names = columns.map((name) => name.trim());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadMapping([`the file has two columns "${twice}"; rename one`]);
  if (csv?.thousands !== undefined && csv.thousands === (csv.decimal ?? '.'))
    throw new BadMapping([`/csv/thousands: is the decimal sign, too; say another "decimal"`]);
  return {
    columns: new Map(names.map((name, index) => [name, index])),
    numbers: new Numbers(csv),
    doubt: new ThousandsDoubt(csv),
    plainDay: plainDays(csv?.days),
    empty: new Set(csv?.empty),
  };
}

/** Tells whether a text names a period at all; the organisation's own calendar decides once it is recorded. */
function calendarOf({ calendar }: Mapping): Calendar {
  if (!calendar) return { timeZone: 'UTC', fiscalYears: [] };
  const { timeZone, fiscalYearStartMonth, from } = calendar;
  return { timeZone, fiscalYears: [{ startMonth: fiscalYearStartMonth, from: from as LocalDate }] };
}
