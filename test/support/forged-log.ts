import { hashOf, NO_STREAM, type StoredEvent, type StreamEnd } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';

/** Events as somebody would leave them who changed some and knows the rules: revisions and hashes are right again. */
export function chained(events: readonly StoredEvent[]): StoredEvent[] {
  const ends = new Map<string, StreamEnd>();
  return events.map((event) => {
    const { revision, hash } = ends.get(event.stream) ?? NO_STREAM;
    const next = {
      ...event,
      revision: revision + 1,
      metadata: { ...event.metadata, prevHash: hash },
    };
    ends.set(event.stream, { revision: next.revision, hash: hashOf(next) });
    return next;
  });
}

/** A log in memory under a name that is given to it, as somebody can who puts one log in the place of another. */
export class NamedLog extends MemoryEventStore {
  constructor(override readonly logId: string) {
    super();
  }

  static async of(logId: string, events: readonly StoredEvent[]): Promise<NamedLog> {
    const log = new NamedLog(logId);
    await log.add(...events);
    return log;
  }

  async add(...events: readonly StoredEvent[]): Promise<void> {
    for (const event of events)
      await this.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [event]);
  }
}
