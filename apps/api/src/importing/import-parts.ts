import { LimitExceeded } from '@pm/eventing';
import { type Mapping, readMapping } from '@pm/importing';
import { invalid } from '../http/invalid-input.js';
import type { StreamedBody } from '../http/streamed-body.js';

/** A file to import and what its columns mean. */
export interface ImportParts {
  readonly mapping: Mapping;
  readonly file: Blob;
}

/** A plan is made of the whole file, so all of it is held. */
const IMPORT_BYTES_MAX = 64 * 1024 * 1024;

/** Reads the two parts of a form. @throws InvalidInput, BadMapping, LimitExceeded, BodyInterrupted */
export async function importParts({ header, bytes }: StreamedBody): Promise<ImportParts> {
  const body = new Blob(await boundedChunks(bytes));
  const form = await new Response(body, { headers: { 'content-type': header } }).formData().catch(() => {
    throw invalid('body', 'form', 'must be a form with the parts mapping and file');
  });
  const [mapping, file] = [form.get('mapping'), form.get('file')];
  if (mapping === null)
    throw invalid('mapping', 'form', 'must be a part of the form: JSON, see docs/import.md');
  if (file === null) throw invalid('file', 'form', 'must be a part of the form: CSV in UTF-8');
  return {
    mapping: readMapping(typeof mapping === 'string' ? mapping : await mapping.text()),
    file: typeof file === 'string' ? new Blob([file]) : file,
  };
}

async function boundedChunks(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > IMPORT_BYTES_MAX) throw new LimitExceeded('an import', IMPORT_BYTES_MAX, 'bytes');
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  }
  return chunks;
}
