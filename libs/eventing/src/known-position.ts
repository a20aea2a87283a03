import type { EventStore } from './event-store.js';
import { UnknownPosition } from './position.js';

/** @throws UnknownPosition where the log has no such position, or has not come to it */
export async function checkPosition(events: EventStore, position: string): Promise<void> {
  await events.readAll({ after: position, limit: 1 });
  const head = await events.head();
  if (head === undefined || position > head) throw new UnknownPosition(position);
}
