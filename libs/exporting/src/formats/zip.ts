import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { LimitExceeded } from '@pm/eventing';

/** A file in an archive. */
export interface Entry {
  readonly name: string;
  readonly content: Iterable<Buffer> | AsyncIterable<Buffer>;
}

/** What is known of an entry once it is written. */
interface Written {
  readonly name: Buffer;
  /** Where it starts in the archive. */
  readonly start: number;
  readonly deflatedBytes: number;
  readonly tally: Tally;
}

/** Of the content as it was before it was deflated. */
interface Tally {
  bytes: number;
  crc: number;
}

/** More takes another form of archive, which not every reader knows. */
const BYTES_MAX = 0xffff_ffff;
const VERSION = 20;
/** Sizes stand behind the content, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** Midnight on 1 January 1980: the same content is the same archive, byte for byte. */
const [TIME, DATE] = [0, 0x0021];

/**
 * An archive made as it is taken, deflated beside the main thread.
 *
 * @throws LimitExceeded once more than 4 GiB have been written; what the contents throw
 */
export async function* zipped(entries: Iterable<Entry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name: text, content } of entries) {
    const [name, start, tally] = [Buffer.from(text), at, { bytes: 0, crc: 0 }];
    const header = localHeader(name);
    yield header;
    at += header.length;
    const from = at;
    for await (const chunk of deflated(tallied(content, tally))) {
      yield chunk;
      at += chunk.length;
    }
    const entry = { name, start, tally, deflatedBytes: at - from };
    const sizes = Buffer.concat([u32(0x0807_4b50), sizesOf(entry)]);
    yield sizes;
    at += sizes.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  if (at > BYTES_MAX) throw new LimitExceeded('an archive', BYTES_MAX, 'bytes');
  yield Buffer.concat([directory, directoryEnd(written.length, directory.length, at)]);
}

async function* tallied(content: Entry['content'], tally: Tally): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    tally.bytes += chunk.length;
    tally.crc = crc32(chunk, tally.crc);
    if (tally.bytes > BYTES_MAX) throw new LimitExceeded('a file in an archive', BYTES_MAX, 'bytes');
    yield chunk;
  }
}

function deflated(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(content, { objectMode: false, highWaterMark: 1 });
  return pipeline(source, createDeflateRaw(), () => {});
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([u32(0x0403_4b50), shared(), Buffer.alloc(12), u16(name.length), u16(0), name]);

const directoryEntry = (entry: Written): Buffer =>
  Buffer.concat([
    u32(0x0201_4b50),
    u16(VERSION),
    shared(),
    sizesOf(entry),
    u16(entry.name.length),
    Buffer.alloc(12),
    u32(entry.start),
    entry.name,
  ]);

const directoryEnd = (count: number, bytes: number, start: number): Buffer =>
  Buffer.concat([u32(0x0605_4b50), u32(0), u16(count), u16(count), u32(bytes), u32(start), u16(0)]);

const shared = (): Buffer => Buffer.concat([VERSION, FLAGS, DEFLATED, TIME, DATE].map(u16));

const sizesOf = ({ tally, deflatedBytes }: Written): Buffer =>
  Buffer.concat([u32(tally.crc), u32(deflatedBytes), u32(tally.bytes)]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
