import { createReadStream, readFileSync } from 'node:fs';
import type { Stores } from '@pm/assembly';
import { LIMITS, type LoggedEvent } from '@pm/eventing';
import { type Mapping, type Plan, planOf, readMapping } from '@pm/importing';
import type { ImportReport } from '@pm/intake';
import { carryOut } from '../../apps/cli/src/import/carry-out.js';

export const mappingIn = (file: string): Mapping => readMapping(readFileSync(file, 'utf8'));

/** The plan of a text, or of a file. */
export function planFrom(source: { text: string } | { file: string }, mapping: Mapping): Promise<Plan> {
  return planOf('file' in source ? createReadStream(source.file) : bytesOf(source.text), mapping);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** What an import recorded. */
export async function recordedBy(plan: Plan, stores: Stores): Promise<Readonly<Record<string, number>>> {
  return (await carryOut(plan, stores, { project: true })).recorded;
}

export const rejectedBy = ({ rejected }: ImportReport): string[] =>
  rejected.map(({ line, item, reason }) => `${line} ${item}: ${reason.split(':')[0]!}`);

export async function eventsIn({ events }: Stores): Promise<readonly LoggedEvent[]> {
  return (await events.readAll({ limit: LIMITS.pageEvents })).events;
}
