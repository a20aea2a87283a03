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
  const files = unzipped(bytes);
  const texts = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text]) => unescaped(text!),
  );
  const [names, ...rows] = [
    ...files.get('xl/worksheets/sheet1.xml')!.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs),
  ].map(([, row = '']) => cellsOf(row, texts));
  const columns = [...names!.keys()];
  return rows.map((row) => Object.fromEntries(columns.map((at) => [names!.get(at), row.get(at) ?? ''])));
}

/** By letters of the column. */
function cellsOf(row: string, texts: readonly string[]): Map<string, string> {
  const found = row.matchAll(/<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w)")?><v>(.*?)<\/v><\/c>/gs);
  const valueOf = (type: string | undefined, value: string) => {
    if (type === 's') return texts[Number(value)]!;
    return type === 'b' ? String(value === '1') : value;
  };
  return new Map([...found].map(([, column, type, value]) => [column!, valueOf(type, value!)]));
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
