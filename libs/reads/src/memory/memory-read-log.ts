import type { Instant } from '@pm/kernel';
import { checkQuery, checkRead, pageOf, type Place } from '../paging.js';
import type { Read } from '../read.js';
import { ReadLog, type ReadsPage, type ReadsQuery, type ReadsWanted } from '../read-log.js';

/** A read log in memory, gone with the process. */
export class MemoryReadLog extends ReadLog {
  private readonly kept = new Map<string, Read>();

  async record(read: Read): Promise<void> {
    checkRead(read);
    if (!this.kept.has(read.id)) this.kept.set(read.id, structuredClone(read));
  }

  async list(query: ReadsQuery): Promise<ReadsPage> {
    const end = checkQuery(query);
    const found = [...this.kept.values()]
      .filter((read) => isWanted(read, query) && (!end || orderOf(read) < orderOf(end)))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
    return pageOf(structuredClone(found.slice(0, query.limit + 1)), query.limit);
  }

  async dropBefore(moment: Instant): Promise<number> {
    const old = [...this.kept.values()].filter(({ at }) => at < moment);
    for (const { id } of old) this.kept.delete(id);
    return old.length;
  }
}

const orderOf = ({ at, id }: Place): string => `${at} ${id}`;

function isWanted(read: Read, { subject, reader, recordId, since, until }: ReadsWanted): boolean {
  return [
    subject === undefined || read.subjects.some((each) => each === subject),
    reader === undefined || read.reader === reader,
    recordId === undefined || read.recordId === recordId,
    since === undefined || read.at > since,
    until === undefined || read.at <= until,
  ].every(Boolean);
}
