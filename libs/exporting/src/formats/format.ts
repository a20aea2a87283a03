import type { Table } from '../table.js';
import type { Taken } from '../taken.js';

/** How a table is written, as bytes that are made when whoever sends them has room for more. */
export interface Format {
  readonly mediaType: string;
  readonly extension: string;
  /** @throws LimitExceeded before the first bytes, where it takes no table of this size */
  write(table: Table, taken: Taken): AsyncIterable<Buffer>;
}
