import { LimitExceeded } from '@pm/eventing';
import { readRows, UnreadableCsv } from '@pm/importing';

/** One row as it was sent. */
export interface SentRow {
  /** From 1; a header counts. */
  readonly line: number;
  /** By name; undefined where the line cannot be read. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export const LINE_BYTES_MAX = 16 * 1024;

const LINE_FEED = 0x0a;

/**
 * The rows of a body with a JSON object a line, as they arrive; empty lines are passed over.
 *
 * @throws LimitExceeded where a line is too long
 */
export async function* ndjsonRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SentRow> {
  let line = 0;
  for await (const text of linesOf(bytes)) {
    line += 1;
    if (text.length > 0) yield { line, fields: objectIn(text) };
  }
}

/**
 * The rows of a CSV body as they arrive, named by its header line; an empty cell says nothing.
 *
 * @throws UnreadableCsv, LimitExceeded where a row is too long
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SentRow> {
  let columns: readonly string[] | undefined;
  for await (const { line, cells } of readRows(bytes, { rowBytes: LINE_BYTES_MAX })) {
    if (columns) yield { line, fields: cells.length === columns.length ? named(columns, cells) : undefined };
    else columns = namesIn(cells);
  }
  if (!columns) throw new UnreadableCsv('it is empty; its first line names the columns');
}

function namesIn(cells: readonly string[]): readonly string[] {
  const names = cells.map((name) => name.trim());
  if (new Set(names).size < names.length) throw new UnreadableCsv('it names a column twice');
  return names;
}

function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const filled = columns.map((name, index) => [name, cells[index]!.trim()] as const);
  return Object.fromEntries(filled.filter(([, cell]) => cell !== ''));
}

/** Without their line breaks; the last one needs none. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    let rest: Buffer = Buffer.concat([held, chunk]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield bounded(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
    held = bounded(rest);
  }
  if (held.length > 0) yield held;
}

function bounded(line: Buffer): Buffer {
  if (line.length > LINE_BYTES_MAX) throw new LimitExceeded('a line', LINE_BYTES_MAX, 'bytes');
  return line;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What is null says nothing. */
function objectIn(text: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(text));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  } catch {
    return undefined;
  }
}
