import { pipeline, Readable } from 'node:stream';
import { LimitExceeded } from '@pm/eventing';
import { CsvError, type Info, parse } from 'csv-parse';

/** One record of a file. */
export interface Row {
  /** Where it starts in the file, the header being line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that is not CSV in UTF-8, or too large. Nothing was imported. */
export class UnreadableCsv extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the file cannot be read as CSV: ${reason}`, options);
    this.name = 'UnreadableCsv';
  }
}

export const LIMITS = { rows: 1_000_000, rowBytes: 1024 * 1024 } as const;

interface CsvOptions {
  readonly delimiter?: string;
  /** Of a record at most. */
  readonly rowBytes?: number;
}

/**
 * The records of a file as they are read, the header first; empty lines are passed over.
 *
 * @throws UnreadableCsv, LimitExceeded where a record is too long
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  { delimiter = ',', rowBytes = LIMITS.rowBytes }: CsvOptions = {},
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: rowBytes,
  });
  pipeline(Readable.from(textOf(bytes)), parser, () => {});
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (rows++ > LIMITS.rows) throw new UnreadableCsv(`it has more than ${LIMITS.rows} rows; split it`);
      yield {
        line: info.lines - record.reduce((lines, cell) => lines + lineBreaksIn(cell), 0),
        cells: record,
      };
    }
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
      throw new LimitExceeded('a row', rowBytes, 'bytes');
    if (error instanceof CsvError) throw new UnreadableCsv(wrongWith(error, delimiter), { cause: error });
    throw error;
  }
}

/** Without what stands there: it may be about a person. */
const wrongWith = ({ code, message, lines }: CsvError, delimiter: string): string =>
  code.includes('QUOTE')
    ? `a quote is out of place at line ${String(lines)}, where "${delimiter}" separates cells`
    : message;

const lineBreaksIn = (cell: string): number => cell.split('\n').length - 1;

/** UTF-8 without byte order mark, every line break a `\n`, so that lines are counted alike within quotes and without. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoded(decoder, chunk);
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held + decoded(decoder);
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new UnreadableCsv('it is not UTF-8; save it as "CSV UTF-8"', { cause: error });
  }
}
