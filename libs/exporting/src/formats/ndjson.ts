import type { Heading, Line } from '../table.js';
import type { Format } from './format.js';

/** An object a line, all of the same members; null where there is no value. Texts as they are. */
export const ndjson: Format = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  extension: 'ndjson',
  async *write({ headings, pages }) {
    for await (const page of pages) yield Buffer.from(page.map((line) => lineOf(headings, line)).join(''));
  },
};

const lineOf = (headings: readonly Heading[], line: Line): string =>
  `${JSON.stringify(Object.fromEntries(headings.map(({ name }, at) => [name, line[at] ?? null])))}\n`;
