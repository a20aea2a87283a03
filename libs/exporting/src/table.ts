/** What stands in a cell; undefined where there is nothing, or a text that was erased. */
export type Cell = string | number | boolean | undefined;

/** `decimal` is a number as text: no format has a binary fraction to lose its digits in. */
export type CellKind = 'text' | 'decimal' | 'integer' | 'boolean';

export interface Heading {
  readonly name: string;
  readonly kind: CellKind;
}

export interface Column<Row> extends Heading {
  readonly of: (row: Row) => Cell;
}

export type Line = readonly Cell[];

/** What is exported: lines in pages, so that whoever writes them out holds no more than a page. */
export interface Table {
  readonly headings: readonly Heading[];
  readonly pages: AsyncIterable<readonly Line[]>;
}

const column =
  <Value extends Cell>(kind: CellKind) =>
  <Row>(name: string, of: (row: Row) => Value | null | undefined): Column<Row> => ({
    name,
    kind,
    of: (row) => of(row) ?? undefined,
  });

export const text = column<string>('text');
export const decimal = column<string>('decimal');
export const integer = column<number>('integer');
export const boolean = column<boolean>('boolean');

export function tableOf<Row>(columns: readonly Column<Row>[], pages: AsyncIterable<readonly Row[]>): Table {
  return { headings: columns, pages: lined(columns, pages) };
}

async function* lined<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Line[]> {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ of }) => of(row)));
}
