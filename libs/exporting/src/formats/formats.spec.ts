import type { Instant } from '@pm/kernel';
import { parquetMetadata } from 'hyparquet';
import { READERS } from '../../../../test/support/read-export.js';
import { begun } from '../begun.js';
import { decimal, integer, type Table, tableOf, text } from '../table.js';
import { FORMAT_NAMES, type FormatName, FORMATS } from './index.js';

interface Row {
  readonly name?: string | null;
  readonly value?: string;
  readonly count?: number;
}

const COLUMNS = [
  text<Row>('name', ({ name }) => name),
  decimal<Row>('value', ({ value }) => value),
  integer<Row>('count', ({ count }) => count),
];

const TAKEN = {
  asOf: '2026-03-03T09:30:00.000Z' as Instant,
  asKnownAt: '2026-03-04T09:30:00.000Z' as Instant,
};

/** @param taken is told of every page that somebody takes */
async function* pages(rows: readonly Row[], size: number, taken: (page: number) => void = () => {}) {
  for (let from = 0; from < rows.length; from += size) {
    taken(from / size);
    yield rows.slice(from, from + size);
  }
}

const many = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ name: `n${at}`, count: at }));

async function written(format: FormatName, table: Table): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of FORMATS[format].write(table, TAKEN)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const readBack = async (format: FormatName, rows: readonly Row[], size = 2) =>
  READERS[format]!(await written(format, tableOf(COLUMNS, pages(rows, size))));

describe('A table', () => {
  it.each(FORMAT_NAMES)('as %s has all rows in their order, from page to page', async (format) => {
    const names = (await readBack(format, many(7))).map(({ name }) => name);
    expect(names).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
  });

  it.each(FORMAT_NAMES)('as %s may be empty', async (format) =>
    expect(await readBack(format, [])).toEqual([]),
  );

  it.each(['csv', 'xlsx'] as const)(
    'as %s runs no text as a formula, and leaves numbers alone',
    async (format) => {
      const names = ['=1+1', '+1', '-1', '@A1', '\t=1', '＝1', 'a=1', '1-1'];
      const rows = await readBack(format, [
        ...names.map((name) => ({ name })),
        { value: '-1.50', count: -2 },
      ]);
      expect(rows.map(({ name }) => name)).toEqual([
        ...names.slice(0, 6).map((name) => `'${name}`),
        'a=1',
        '1-1',
        '',
      ]);
      expect(rows.at(-1)).toEqual({ name: '', value: '-1.50', count: '-2' });
    },
  );

  it('as csv quotes what would end a cell or a line', async () => {
    const name = 'a "b", c\r\nd';
    expect(await readBack('csv', [{ name }])).toEqual([{ name, value: '', count: '' }]);
  });

  it('as parquet and ndjson has types, and null for nothing', async () => {
    for (const format of ['parquet', 'ndjson'] as const)
      expect(await readBack(format, [{ name: null, value: '0.10', count: 3 }])).toEqual([
        { name: null, value: '0.10', count: 3 },
      ]);
  });

  it('as parquet is written in groups of rows, and says itself of when it is', async () => {
    const file = await written('parquet', tableOf(COLUMNS, pages(many(25_000), 7000)));
    const metadata = parquetMetadata(new Uint8Array(file));
    expect(metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([10_000, 10_000, 5000]);
    expect(metadata.key_value_metadata).toEqual(
      Object.entries(TAKEN).map(([key, value]) => ({ key, value: value as string })),
    );
    const rows = await READERS.parquet!(file);
    expect([rows.length, rows.at(-1)!.name]).toEqual([25_000, 'n24999']);
  });

  it('as parquet names no position where nothing was known yet', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of FORMATS.parquet.write(tableOf(COLUMNS, pages([], 1)), {
      ...TAKEN,
      position: undefined,
    }))
      chunks.push(chunk);
    const { key_value_metadata: told } = parquetMetadata(new Uint8Array(Buffer.concat(chunks)));
    expect(told?.map(({ key }) => key)).toEqual(['asOf', 'asKnownAt']);
  });

  it.each(['csv', 'ndjson'] as const)('as %s is read no faster than it is taken', async (format) => {
    const taken: number[] = [];
    const table = tableOf(
      COLUMNS,
      pages(many(10), 2, (page) => taken.push(page)),
    );
    const bytes = (await begun(FORMATS[format].write(table, TAKEN)))[Symbol.asyncIterator]();
    expect(taken).toEqual([0]);
    await bytes.next();
    expect(taken).toEqual([0]);
    await bytes.next();
    expect(taken).toEqual([0, 1]);
  });

  it('whose reader goes away is read no further', async () => {
    let isClosed = false;
    const endless = async function* () {
      try {
        for (;;) yield many(1);
      } finally {
        isClosed = true;
      }
    };
    for await (const bytes of await begun(FORMATS.ndjson.write(tableOf(COLUMNS, endless()), TAKEN)))
      if (bytes.length > 0) break;
    expect(isClosed).toBe(true);
  });
});
