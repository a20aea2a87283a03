import { LimitExceeded } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import { READERS } from '../../../../test/support/read-export.js';
import { unzipped } from '../../../../test/support/unzipped.js';
import { begun } from '../begun.js';
import { boolean, decimal, tableOf, text } from '../table.js';
import { sheetOf } from './sheet.js';
import { xlsx } from './xlsx.js';

interface Row {
  readonly name?: string;
  readonly value?: string;
  readonly late?: boolean;
}

const COLUMNS = [
  text<Row>('name', ({ name }) => name),
  decimal<Row>('value', ({ value }) => value),
  boolean<Row>('late', ({ late }) => late),
];
const NOW = '2026-03-03T09:30:00.000Z' as Instant;

async function* pages(...rows: readonly (readonly Row[])[]) {
  yield* rows;
}

const written = (rows: AsyncIterable<readonly Row[]>) =>
  xlsx.write(tableOf(COLUMNS, rows), { asOf: NOW, asKnownAt: NOW });

async function all(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const taken: Buffer[] = [];
  for await (const chunk of chunks) taken.push(chunk);
  return Buffer.concat(taken);
}

const workbook = (...rows: readonly Row[]): Promise<Buffer> => all(written(pages(rows)));

const sheetIn = async (...rows: readonly Row[]) =>
  unzipped(await workbook(...rows)).get('xl/worksheets/sheet1.xml');

describe('A workbook', () => {
  it('has numbers as numbers with all their digits, and no cell for nothing', async () => {
    expect(await sheetIn({ value: '-0.100000000000000001', late: true })).toContain(
      '<row r="2"><c r="B2"><v>-0.100000000000000001</v></c><c r="C2" t="b"><v>1</v></c></row>',
    );
  });

  it('has any text as it is, even what XML cannot hold', async () => {
    const names = ['<b>&amp;"</b>', ' a ', 'a\r\nb', '\u0007bell', '_x0041_', 'ÅÄÖ 😀 עברית', 'half \uD83D'];
    const rows = await READERS['xlsx']!(await workbook(...names.map((name) => ({ name }))));
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(await sheetIn({ name: '\u0007' })).toContain('>_x0007_<');
  });

  it('takes as many rows as a spreadsheet does, and refuses more', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => ({ name: `n${at}` }));
    expect((await READERS['xlsx']!(await workbook(...lines))).at(-1)).toMatchObject({ name: 'n19999' });
    const sheet = sheetOf(tableOf(COLUMNS, pages([{}, {}], [{}, {}])), 3);
    await expect(all(sheet)).rejects.toThrow('at most 3 rows');
  });

  it('is refused before its first byte where its first page cannot be made', async () => {
    const cell = { name: 'x'.repeat(32_768) };
    await expect(begun(written(pages([cell])))).rejects.toThrow(LimitExceeded);
  });

  it('breaks off where a later page cannot be made', async () => {
    const broken = async function* () {
      yield [{ name: 'first' }];
      throw new Error('gone');
    };
    await expect(all(await begun(written(broken())))).rejects.toThrow('gone');
  });

  it('is made as it is taken, and no further once its reader goes away', async () => {
    const closed = Promise.withResolvers<number>();
    const endless = async function* () {
      let page = 0;
      try {
        for (;;)
          yield Array.from({ length: 100 }, (_, at) => ({ name: `${page} ${Math.sqrt(page++ + at)}` }));
      } finally {
        closed.resolve(page);
      }
    };
    let bytes = 0;
    for await (const chunk of written(endless())) if ((bytes += chunk.length) > 500_000) break;
    expect(await closed.promise).toBeLessThan(200_000);
  });

  it('is the same again, byte for byte', async () =>
    expect(await workbook({ name: 'a' })).toEqual(await workbook({ name: 'a' })));
});
