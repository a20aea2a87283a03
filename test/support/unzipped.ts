import { inflateRawSync } from 'node:zlib';

const DEFLATED = 8;

/** The files in an archive without a comment, as text by name. */
export function unzipped(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const count = archive.readUInt16LE(archive.length - 12);
  let entry = archive.readUInt32LE(archive.length - 6);
  for (let read = 0; read < count; read += 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) =>
      archive.readUInt16LE(entry + at),
    );
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength!);
    files.set(name, contentOf(archive, entry));
    entry += 46 + nameLength! + extraLength! + commentLength!;
  }
  return files;
}

function contentOf(archive: Buffer, entry: number): string {
  const local = archive.readUInt32LE(entry + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const stored = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
  const content = archive.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(stored) : stored;
  return content.toString('utf8');
}
