import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { begun } from '../begun.js';
import type { Format } from './format.js';
import { sheetOf, SHEETS, XML } from './sheet.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The same content is the same workbook, whenever it is written. */
const MADE = { mtime: new Date(0) };

/** What every workbook of one sheet has around it: where its parts are, and a style for names and one for all else. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
  'xl/workbook.xml':
    `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}">` +
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="worksheet"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relationships({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' }),
  'xl/styles.xml':
    `<styleSheet xmlns="${SHEETS}">` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
};

/**
 * One sheet, a row of names first. Decimals are numbers with all their digits; a spreadsheet reckons with 15 of them.
 * Moments are texts.
 */
export const xlsx: Format = {
  mediaType: `${TYPE}.sheet`,
  extension: 'xlsx',
  async *write(table) {
    const content = await begun(sheetOf(table));
    yield* archived({ name: 'xl/worksheets/sheet1.xml', content });
  },
};

/** The archive of a workbook, deflated beside the main thread as it is taken. */
async function* archived(sheet: { name: string; content: AsyncIterable<Buffer> }): AsyncGenerator<Buffer> {
  const archive = new ZipFile();
  const taken = archive.outputStream as Readable;
  const content = Readable.from(sheet.content, { objectMode: false });
  content.once('error', (error) => taken.destroy(error));
  for (const [name, xml] of Object.entries(PARTS)) archive.addBuffer(Buffer.from(XML + xml), name, MADE);
  archive.addReadStream(content, sheet.name, MADE);
  archive.end();
  try {
    yield* taken as AsyncIterable<Buffer>;
  } finally {
    content.destroy();
  }
}

/** @param parts by the last word of their type, which is their id as well */
function relationships(parts: Readonly<Record<string, string>>): string {
  const all = Object.entries(parts).map(
    ([type, target]) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
