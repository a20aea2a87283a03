import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { unzipped } from './unzipped.js';

/** A row as a file has it, by the names of its columns. */
export type FileRow = Readonly<Record<string, string | number | boolean | null>>;

/** Reads a file back as somebody else's tool would; a format without types has texts, and empty ones for nothing. */
export const READERS: Readonly<Record<string, (bytes: Buffer) => Promise<FileRow[]>>> = {
  csv: async (bytes) => parse(bytes, { columns: true }),
  ndjson: async (bytes) =>
    bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FileRow),
  xlsx: async (bytes) => sheetOf(bytes),
  parquet: async (bytes) => {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    return parquetReadObjects({ file });
  },
};

/** As a format without types has it. */
export const asText = (row: FileRow): FileRow =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]));

function sheetOf(bytes: Buffer): FileRow[] {
  const sheet = unzipped(bytes).get('xl/worksheets/sheet1.xml')!;
  const [names, ...rows] = [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    cellsOf(row),
  );
  const columns = [...names!.keys()];
  return rows.map((row) => Object.fromEntries(columns.map((at) => [names!.get(at), row.get(at) ?? ''])));
}

/** By letters of the column. */
function cellsOf(row: string): Map<string, string> {
  const found = row.matchAll(/<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?>(.*?)<\/c>/gs);
  return new Map([...found].map(([, column, type, cell]) => [column!, valueOf(type, cell!)]));
}

function valueOf(type: string | undefined, cell: string): string {
  if (type === 'inlineStr') return unescaped(/<t[^>]*>(.*?)<\/t>/s.exec(cell)![1]!);
  const value = /<v>(.*?)<\/v>/.exec(cell)![1]!;
  return type === 'b' ? String(value === '1') : value;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
