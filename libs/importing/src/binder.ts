import type { DecimalText } from '@pm/kernel';
import type { Kind } from './kind.js';
import type { Value } from './mapping.js';
import type { Numbers } from './numbers.js';
import type { ThousandsDoubt } from './thousands-doubt.js';

export type Cells = readonly string[];
/** @throws BadCell */
export type Read<T> = (cells: Cells) => T;

/** A cell that cannot be used: what it belongs to is left out, the rest of its row goes on. */
export class BadCell extends Error {
  constructor(
    readonly column: string | undefined,
    reason: string,
  ) {
    super(reason);
    this.name = 'BadCell';
  }
}

/** A mapping's value bound to the columns of one file. */
export interface Field {
  /** The first that it is made of; undefined where it is the same for every row. */
  readonly column: string | undefined;
  /** @throws BadCell */
  readonly text: Read<string>;
  /** What to do about a text that cannot be used. */
  readonly advice?: (text: string) => string;
}

/** A file's columns by name, and how it writes its cells. */
export interface Header {
  readonly columns: ReadonlyMap<string, number>;
  readonly numbers: Numbers;
  readonly doubt: ThousandsDoubt;
  /** A day as ISO 8601 has it, other texts as they are. */
  readonly plainDay: (text: string) => string;
  /** Texts that stand for an empty cell. */
  readonly empty: ReadonlySet<string>;
}

const PLACEHOLDER = /\{([^{}]*)\}/;

/** Binds a mapping's values to a file's columns, and collects what does not fit. */
export class Binder {
  constructor(
    private readonly header: Header,
    readonly problems: string[] = [],
    private readonly pointer = '',
  ) {}

  /** A binder for what lies below. */
  below(step: string | number): Binder {
    const escaped = String(step).replaceAll('~', '~0').replaceAll('/', '~1');
    return new Binder(this.header, this.problems, `${this.pointer}/${escaped}`);
  }

  required<T extends string>(name: string, value: Value, kind: Kind<T>): Read<T> {
    return required(this.field(name, value), kind);
  }

  /** Undefined where the mapping or the row has nothing. */
  optional<T extends string>(name: string, value: Value | undefined, kind: Kind<T>): Read<T | undefined> {
    return value === undefined ? () => undefined : optional(this.field(name, value), kind);
  }

  /** Something in time, whose days are written as in this file. */
  time<T extends string>(name: string, value: Value, kind: Kind<T>): Read<T> {
    return required(this.dated(name, value), kind);
  }

  /** Undefined where the mapping or the row has nothing. */
  optionalTime<T extends string>(name: string, value: Value | undefined, kind: Kind<T>): Read<T | undefined> {
    return value === undefined ? () => undefined : optional(this.dated(name, value), kind);
  }

  /** A number as this file writes it. */
  decimal({ text, column }: Field): Read<DecimalText | undefined> {
    const { numbers, doubt } = this.header;
    return (cells) => {
      const found = text(cells);
      if (found === '') return undefined;
      const number = numbers.plain(found);
      doubt.saw(found, number !== undefined, column);
      if (number === undefined) throw unlike({ column, advice: adviceOnNumbers }, found, numbers.expected);
      return number;
    };
  }

  field(name: string, value: Value): Field {
    const { from, map, ifEmpty } = typeof value === 'string' ? { from: value } : value;
    const { text, column } = this.template(typeof value === 'string' ? name : `${name}/from`, from);
    if (!map && ifEmpty === undefined) return { text, column };
    return {
      column,
      text: (cells) => {
        const found = text(cells);
        if (found === '') return ifEmpty ?? '';
        return map ? looked(map, found, column) : found;
      },
    };
  }

  private dated(name: string, value: Value): Field {
    const { text, column } = this.field(name, value);
    return {
      column,
      text: (cells) => this.header.plainDay(text(cells)),
      advice: adviceOnDays,
    };
  }

  private template(name: string, text: string): Field {
    const parts = text.split(PLACEHOLDER);
    if (parts.some((part, index) => index % 2 === 0 && /[{}]/.test(part)))
      this.problems.push(`${this.pointer}/${name}: has a brace without its pair; write {column}`);
    const indexes = parts.map((part, index) => (index % 2 === 0 ? undefined : this.indexOf(name, part)));
    const cellOf = (cells: Cells, index: number) => {
      const cell = cells[index]!.trim();
      return this.header.empty.has(cell) ? '' : cell;
    };
    return {
      column: parts[1],
      text: (cells) =>
        indexes
          .map((index, part) => (index === undefined ? parts[part]! : cellOf(cells, index)))
          .join('')
          .trim(),
    };
  }

  private indexOf(name: string, column: string): number {
    const index = this.header.columns.get(column);
    if (index === undefined) {
      const columns = [...this.header.columns.keys()].join(', ');
      const advice = this.header.columns.size === 1 ? '; say in "csv" which "delimiter" separates cells' : '';
      this.problems.push(
        `${this.pointer}/${name}: the file has no column "${column}"; it has ${columns}${advice}`,
      );
    }
    return index ?? 0;
  }
}

function required<T extends string>(field: Field, kind: Kind<T>): Read<T> {
  const read = optional(field, kind);
  return (cells) => {
    const text = read(cells);
    if (text === undefined) throw new BadCell(field.column, `is empty; give ${kind.expected}`);
    return text;
  };
}

function optional<T extends string>(field: Field, kind: Kind<T>): Read<T | undefined> {
  return (cells) => {
    const text = field.text(cells);
    if (text === '') return undefined;
    if (!kind.is(text)) throw unlike(field, text, kind.expected);
    return text;
  };
}

const unlike = ({ column, advice }: Omit<Field, 'text'>, text: string, expected: string): BadCell =>
  new BadCell(column, `${quoted(text)} is not ${expected}${advice?.(text) ?? ''}`);

/** @param looks what a text has that may be one, written otherwise */
const adviceOn =
  (what: string, looks: RegExp) =>
  (text: string): string =>
    looks.test(text) ? `; "csv" in the mapping says how the file writes ${what}` : '';
const adviceOnNumbers = adviceOn('numbers', /\d/);
const adviceOnDays = adviceOn('days', /\d[./]\d/);

function looked(map: Readonly<Record<string, string>>, text: string, column: string | undefined): string {
  if (Object.hasOwn(map, text)) return map[text]!;
  throw new BadCell(column, `${quoted(text)} is not mapped; mapped are ${Object.keys(map).join(', ')}`);
}

const SHOWN = 60;

const quoted = (text: string): string => `"${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}"`;
