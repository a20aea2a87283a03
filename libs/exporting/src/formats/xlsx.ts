import { LimitExceeded } from '@pm/eventing';
import writeExcelFile from 'write-excel-file/node';
import type { Line, Table } from '../table.js';
import type { Format } from './format.js';
import { defused } from './formula.js';

/** A workbook is made in memory as a whole, in one go: 5,000 full rows keep a process from all else for seconds. */
export const WORKBOOK_ROWS_MAX = 5000;

/** What a spreadsheet takes. */
const CELL_CHARACTERS_MAX = 32_767;

/** One sheet, a row of names first. Decimals and moments are texts: a spreadsheet's own numbers have 15 digits. */
export const xlsx: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  async *write(table) {
    const names = table.headings.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
    const lines = await allOf(table);
    yield await writeExcelFile([names, ...lines.map((line) => [...line])]).toBuffer();
  },
};

async function allOf({ headings, pages }: Table): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const page of pages) {
    for (const line of page) lines.push(line.map((cell, at) => fitting(defused(headings[at]!, cell))));
    if (lines.length > WORKBOOK_ROWS_MAX)
      throw new LimitExceeded('a workbook (csv, ndjson and parquet take more)', WORKBOOK_ROWS_MAX, 'rows');
  }
  return lines;
}

function fitting<Value>(cell: Value): Value {
  if (typeof cell === 'string' && cell.length > CELL_CHARACTERS_MAX)
    throw new LimitExceeded(
      'a cell of a workbook (csv, ndjson and parquet take more)',
      CELL_CHARACTERS_MAX,
      'characters',
    );
  return cell;
}
