import type { ActorId, EventMetadata, Instant } from '@pm/kernel';
import { GENESIS, type LoggedEvent, newId, type StoredEvent } from '@pm/eventing';

export const newStream = (): string => `test-${newId()}`;

export const NOTED = 'throughline.test.Noted';
export const STRUCK = 'throughline.test.Struck';

export const recordedAt = (time: string): EventMetadata => ({
  recordedAt: time as Instant,
  actor: 'ada' as ActorId,
  commandId: 'command',
  correlationId: 'correlation',
  prevHash: GENESIS,
});

/** An event as it would be stored at a revision of a stream. */
export function stored(stream: string, revision: number, fields: Partial<StoredEvent> = {}): StoredEvent {
  return {
    id: newId(),
    stream,
    revision,
    type: NOTED,
    schemaVersion: 1,
    data: { text: `note ${revision}` },
    metadata: recordedAt('2026-03-03T09:30:00.000Z'),
    ...fields,
  };
}

/** Events that follow each other from a revision on. */
export const storedFrom = (
  stream: string,
  revision: number,
  count: number,
  fields?: Partial<StoredEvent>,
): StoredEvent[] => Array.from({ length: count }, (_, index) => stored(stream, revision + index, fields));

/** The fields of an event as read, however its store makes them. */
export const plain = (event: LoggedEvent): LoggedEvent => ({ ...asStored(event), position: event.position });

/** The same without its place in the log. */
export const asStored = ({
  id,
  stream,
  revision,
  type,
  schemaVersion,
  data,
  metadata,
}: StoredEvent): StoredEvent => ({ id, stream, revision, type, schemaVersion, data, metadata });

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
