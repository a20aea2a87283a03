import { LimitExceeded } from '@pm/eventing';
import type { Cell, Heading, Line, Table } from '../table.js';
import { defused } from './formula.js';

/** What a spreadsheet takes, without the row of names. */
const LINES_MAX = 1_048_575;
const CELL_CHARACTERS_MAX = 32_767;

/** How every part of a workbook begins. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** The names that its sheets, and what lists them, are written in. */
export const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const OPENING =
  `${XML}<worksheet xmlns="${SHEETS}">` +
  '<sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews><sheetData>';
const CLOSING = '</sheetData></worksheet>';

/**
 * A sheet in SpreadsheetML, a page at a time: a row of names that stays in sight, then the lines.
 *
 * @param linesMax after so many it is refused
 * @throws LimitExceeded
 */
export async function* sheetOf({ headings, pages }: Table, linesMax = LINES_MAX): AsyncGenerator<Buffer> {
  let opening = `${OPENING}${namesOf(headings)}`;
  let lines = 0;
  for await (const page of pages) {
    if (lines + page.length > linesMax)
      throw new LimitExceeded('a workbook (csv, ndjson and parquet take more)', linesMax, 'rows');
    const rows = page.map((line, at) => rowOf(headings, line, lines + at + 2));
    lines += page.length;
    yield Buffer.from(opening + rows.join(''));
    opening = '';
  }
  yield Buffer.from(opening + CLOSING);
}

const namesOf = (headings: readonly Heading[]): string =>
  `<row r="1">${headings.map(({ name }, at) => textCell(`${lettersOf(at)}1" s="1`, name)).join('')}</row>`;

const rowOf = (headings: readonly Heading[], line: Line, row: number): string =>
  `<row r="${row}">${headings.map((heading, at) => cellOf(heading, line[at], `${lettersOf(at)}${row}`)).join('')}</row>`;

function cellOf(heading: Heading, cell: Cell, place: string): string {
  if (cell === undefined) return '';
  if (heading.kind === 'text') return textCell(place, String(defused(heading, cell)));
  if (heading.kind === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${place}"><v>${cell}</v></c>`;
}

function textCell(place: string, text: string): string {
  if (text.length > CELL_CHARACTERS_MAX)
    throw new LimitExceeded(
      'a cell of a workbook (csv, ndjson and parquet take more)',
      CELL_CHARACTERS_MAX,
      'characters',
    );
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold or would change, and what a spreadsheet would take for such an escape. */
const UNHELD = /(?![\t\n])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
  text
    .replaceAll(UNHELD, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>]/g, (found) => ENTITIES[found]!);

/** A, B … Z, AA, AB … */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}
