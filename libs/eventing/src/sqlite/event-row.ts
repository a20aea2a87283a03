import type { LoggedEvent } from '../event-store.js';
import { integerPosition } from '../position.js';

/** An event as selected. */
export interface EventRow {
  readonly position: number;
  readonly id: Buffer;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

export function toEvent(logId: string, row: EventRow): LoggedEvent {
  return {
    id: toUuid(row.id),
    stream: row.stream,
    revision: row.revision,
    type: row.type,
    schemaVersion: row.schemaVersion,
    data: JSON.parse(row.data),
    metadata: JSON.parse(row.metadata),
    position: integerPosition(logId, row.position),
  };
}

/** 16 bytes; UUIDv7 as bytes keeps the order of time, which keeps the index dense. */
export const toBlob = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function toUuid(blob: Buffer): string {
  const hex = blob.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
