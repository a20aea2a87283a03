import type { Event, Instant, Recorded, View } from '../index.js';

/** A fact as it would stand at a place of the log. */
export function recorded<E extends Event>(event: E, place: number): Recorded<E> {
  return {
    ...event,
    id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    stream: 'test-1',
    revision: place,
    position: String(place).padStart(16, '0'),
    metadata: {
      recordedAt: '2026-01-01T00:00:00.000Z' as Instant,
      actor: 'ada' as Recorded['metadata']['actor'],
      commandId: 'test',
      correlationId: 'test',
      prevHash: '0'.repeat(64),
    },
  };
}

/** Folds facts into a view's documents, as slowly and plainly as possible: the reference for every projector. */
export function foldOf<Doc extends object, E extends Event>(
  view: Pick<View<Doc, E>, 'handles' | 'key' | 'evolve'>,
  events: readonly Recorded<E>[],
): Map<string, Doc> {
  const documents = new Map<string, Doc>();
  for (const event of events) {
    if (!view.handles.includes(event.type)) continue;
    for (const id of [view.key(event) ?? []].flat()) {
      const next = view.evolve(documents.get(id), event, { id, read: (other) => documents.get(other) });
      if (next) documents.set(id, next);
      else documents.delete(id);
    }
  }
  return documents;
}

/**
 * Views as sentences: `given(facts).shows(id, document)`. Named fields are compared, others are free.
 */
export function shown<Doc extends object, E extends Event>(view: View<Doc, E, never>) {
  return {
    given: (...events: E[]) => {
      const documents = foldOf(view, events.map(recorded));
      return {
        shows: (id: string, expected: Partial<Doc>) => expect(documents.get(id)).toMatchObject(expected),
        showsNothing: (id: string) => expect(documents.has(id)).toBe(false),
      };
    },
  };
}
