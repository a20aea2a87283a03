import { canonicalJson, type EventTexts, GENESIS, hashOf, newId, type StoredEvent } from '@pm/eventing';
import type { Instant } from '@pm/kernel';

/** Events as measurements are stored, about 400 bytes of data and metadata, chained within their streams. */
export function measurementEvents(count: number, streams: number): StoredEvent[] {
  const ends = new Map<string, { revision: number; hash: string }>();
  return Array.from({ length: count }, (_, index) => {
    const stream = `measurements-bench-${index % streams}.2020s`;
    const end = ends.get(stream) ?? { revision: -1, hash: GENESIS };
    const event: StoredEvent = {
      id: newId(),
      stream,
      revision: end.revision + 1,
      type: 'throughline.measurement.MeasurementRecorded',
      schemaVersion: 1,
      data: {
        kpiId: `bench-${index % streams}`,
        period: `FY${2000 + (end.revision + 1)}`,
        year: `FY${2000 + (end.revision + 1)}`,
        source: 'bench',
        value: String(index / 8),
      },
      metadata: {
        recordedAt: '2026-01-01T00:00:00.000Z' as Instant,
        effectiveAt: '2025-12-31T23:59:59.999Z' as Instant,
        actor: 'bench' as StoredEvent['metadata']['actor'],
        commandId: `bench ${index}`,
        correlationId: '3f1f0c1e-7c55-4f0a-9d0e-0b7f5b1b0f8e',
        prevHash: end.hash,
      },
    };
    ends.set(stream, { revision: event.revision, hash: hashOf(event) });
    return event;
  });
}

/** The same event as a fresh object: what was worked out about the other one is not known of it. */
export const fresh = (event: StoredEvent): StoredEvent => ({ ...event });

/** What its stream must hold for an event to be appended. */
export const expectedBefore = ({ revision }: StoredEvent) => (revision === 0 ? 'none' : revision - 1);

export const textsIn = (event: StoredEvent): EventTexts => ({
  data: canonicalJson(event.data),
  metadata: canonicalJson(event.metadata),
});
