import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { RejectedItem } from '@pm/importing';
import type { ImportReport } from '@pm/intake';
import { UsageError } from '../usage-error.js';

/** A server that runs, and a token that it believes. */
export interface Address {
  readonly url: string;
  readonly token: string;
}

interface Files {
  readonly file: string;
  readonly mapping: string;
}

interface Problem {
  readonly title: string;
  readonly detail: string;
}

/** A line of the server's answer: one of these. */
interface Told {
  readonly progress?: { readonly done: number; readonly of: number };
  readonly rejected?: RejectedItem;
  readonly note?: string;
  readonly report?: Omit<ImportReport, 'rejected' | 'notes'>;
  readonly problem?: Problem;
}

/**
 * Lets a running server import a file.
 *
 * @throws UsageError where there is none, or it refuses; what it had stored by then is stored
 */
export async function sendImport(
  { url, token }: Address,
  { file, mapping }: Files,
  onProgress: (done: number, of: number) => void,
): Promise<ImportReport> {
  const body = new FormData();
  body.set('mapping', new Blob([await readFile(mapping)]), 'mapping.json');
  body.set('file', new Blob([await readFile(file)]), 'file.csv');
  const headers = { authorization: `Bearer ${token}` };
  const address = `${url.replace(/\/$/, '')}/api/v1/imports`;
  const response = await fetch(address, { method: 'POST', headers, body }).catch((cause: unknown) => {
    throw new UsageError(
      `no server answers at ${url}; name the one that holds the data by --url, or its port by THROUGHLINE_PORT`,
      { cause },
    );
  });
  if (!response.ok || !response.body) throw refused((await response.json()) as Problem);
  return reportIn(Readable.fromWeb(response.body), onProgress);
}

async function reportIn(
  answer: Readable,
  onProgress: (done: number, of: number) => void,
): Promise<ImportReport> {
  const [rejected, notes]: [RejectedItem[], string[]] = [[], []];
  for await (const line of createInterface({ input: answer })) {
    const told = JSON.parse(line) as Told;
    if (told.progress) onProgress(told.progress.done, told.progress.of);
    if (told.rejected) rejected.push(told.rejected);
    if (told.note !== undefined) notes.push(told.note);
    if (told.problem) throw refused(told.problem);
    if (told.report) return { ...told.report, rejected, notes };
  }
  throw new UsageError('the server ended before the import did; import again to go on');
}

const refused = ({ title, detail }: Problem): UsageError =>
  new UsageError(`the server refuses: ${title}: ${detail}`);
