import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { CellKind, Heading, Line } from '../table.js';
import type { Taken } from '../taken.js';
import type { Format } from './format.js';

/** What is held at once. */
const GROUP_ROWS = 10_000;

const TYPES = {
  text: 'STRING',
  decimal: 'STRING',
  integer: 'INT32',
  boolean: 'BOOLEAN',
} as const satisfies Record<CellKind, string>;

/** Columns of text, whole numbers and booleans, all of them nullable, in groups of rows; the file says itself of when it is. */
export const parquet: Format = {
  mediaType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  async *write({ headings, pages }, taken) {
    const out = new ByteWriter();
    const writer = new ParquetWriter({
      writer: out,
      schema: schemaOf(headings),
      kvMetadata: metadataOf(taken),
      createdBy: 'throughline',
    });
    for await (const lines of grouped(pages)) {
      const columnData = headings.map(({ name }, at) => ({
        name,
        data: lines.map((line) => line[at] ?? null),
      }));
      await writer.write({ columnData, rowGroupSize: lines.length });
      yield emptied(out);
    }
    await writer.finish();
    yield emptied(out);
  },
};

const schemaOf = (headings: readonly Heading[]) =>
  schemaFromColumnData({
    columnData: headings.map(({ name, kind }) => ({ name, data: [], type: TYPES[kind], nullable: true })),
  });

const metadataOf = (taken: Taken) =>
  Object.entries<string | undefined>({ ...taken }).flatMap(([key, value]) =>
    value === undefined ? [] : { key, value },
  );

/** What was written since the last time; offsets in the file go on. */
function emptied(out: ByteWriter): Buffer {
  const bytes = Buffer.from(out.getBytes());
  out.index = 0;
  return bytes;
}

async function* grouped(pages: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  let lines: Line[] = [];
  for await (const page of pages) {
    lines.push(...page);
    while (lines.length >= GROUP_ROWS) {
      yield lines.slice(0, GROUP_ROWS);
      lines = lines.slice(GROUP_ROWS);
    }
  }
  if (lines.length > 0) yield lines;
}
