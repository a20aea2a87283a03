import { stringify } from 'csv-stringify/sync';
import type { Format } from './format.js';
import { defused } from './formula.js';

/** RFC 4180 in UTF-8, a line of names first; a cell without a value is empty. */
export const csv: Format = {
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  async *write({ headings, pages }) {
    let names = [headings.map(({ name }) => name)];
    for await (const page of pages) {
      const lines = page.map((line) =>
        line.map((cell, at) => (cell === undefined ? '' : String(defused(headings[at]!, cell)))),
      );
      yield Buffer.from(stringify([...names, ...lines], { record_delimiter: 'windows' }));
      names = [];
    }
    if (names.length > 0) yield Buffer.from(stringify(names, { record_delimiter: 'windows' }));
  },
};
