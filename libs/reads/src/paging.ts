import { LimitExceeded } from '@pm/eventing';
import { BadCursor } from '@pm/projections';
import type { Read } from './read.js';
import { READ_LOG_LIMITS, type ReadsPage, type ReadsQuery } from './read-log.js';

/** Where a page ended. */
export type Place = Pick<Read, 'at' | 'id'>;

const CURSOR = /^(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(?<id>[\da-f-]{36})$/;

/** What every read log checks before it records. @throws LimitExceeded */
export function checkRead({ subjects }: Read): void {
  if (subjects.length > READ_LOG_LIMITS.subjects)
    throw new LimitExceeded('a read', READ_LOG_LIMITS.subjects, 'people');
}

/** What every read log checks before it lists. @returns where the page before ended @throws LimitExceeded, BadCursor */
export function checkQuery({ limit, cursor }: ReadsQuery): Place | undefined {
  if (!Number.isInteger(limit) || limit < 1 || limit > READ_LOG_LIMITS.pageReads)
    throw new LimitExceeded('a page', READ_LOG_LIMITS.pageReads, 'reads');
  if (cursor === undefined) return undefined;
  const place = CURSOR.exec(cursor)?.groups;
  if (!place) throw new BadCursor();
  return place as unknown as Place;
}

/** @param found one more than the limit, where there are more */
export function pageOf(found: readonly Read[], limit: number): ReadsPage {
  const reads = found.slice(0, limit);
  const last = reads.at(-1);
  return found.length > limit && last ? { reads, next: `${last.at}_${last.id}` } : { reads };
}
