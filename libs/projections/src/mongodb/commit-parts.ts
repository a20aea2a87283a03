import { BSON } from 'mongodb';
import type { CommitPart } from './collections.js';
import type { DocumentRow } from './document-form.js';
import type { EntryRow } from './entry-form.js';
import type { ParkedRow } from './parked-form.js';

/** MongoDB takes documents of 16 MiB; a row that is larger than this has a part of its own. */
export const PART_BYTES_MAX = 8 * 1024 * 1024;
/** What an array adds to a row: its type, and its number as text. */
const PLACE_BYTES = 10;

interface OpenPart {
  readonly documents: DocumentRow[];
  readonly entries: EntryRow[];
  readonly parked: ParkedRow[];
}

/** What a commit writes, in parts that each fit into one document; mostly that is one. */
export function partsOf(
  { documents, entries, parked }: CommitPart,
  bytesMax = PART_BYTES_MAX,
): readonly [CommitPart, ...CommitPart[]] {
  const parts: [OpenPart, ...OpenPart[]] = [{ documents: [], entries: [], parked: [] }];
  let bytes = 0;
  const partFor = (row: DocumentRow | EntryRow | ParkedRow): OpenPart => {
    const rowBytes = BSON.calculateObjectSize(row) + PLACE_BYTES;
    if (bytes > 0 && bytes + rowBytes > bytesMax) {
      parts.push({ documents: [], entries: [], parked: [] });
      bytes = 0;
    }
    bytes += rowBytes;
    return parts.at(-1)!;
  };
  for (const row of documents) partFor(row).documents.push(row);
  for (const row of entries) partFor(row).entries.push(row);
  for (const row of parked) partFor(row).parked.push(row);
  return parts;
}
