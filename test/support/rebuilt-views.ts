import { catalogue, type Stores, views as allViews } from '@pm/assembly';
import { type EventStore, LIMITS, Recorder } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';
import { type Generation, Projector, type StoredDocument, type ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';

/**
 * Compares every view with one built from scratch from the events up to its checkpoint.
 *
 * @returns names of the views that differ
 */
export async function viewsThatDiffer({ events, keys, views }: Stores): Promise<string[]> {
  const different: string[] = [];
  for (const view of allViews) {
    const generation = await views.active(view.name);
    if (!generation) throw new Error(`${view.name} was never shown`);
    const log = await copyUpTo(events, await views.checkpoint(generation));
    const rebuilt = new MemoryViewStore();
    const recorder = new Recorder(catalogue, keys);
    await new Projector(view, { events: log, views: rebuilt, recorder, catalogue }).catchUp();
    // Positions in documents name their log.
    const live = (await contentsOf(views, generation)).replaceAll(`"${events.logId}.`, `"${log.logId}.`);
    if (live !== (await contentsOf(rebuilt, generation))) different.push(view.name);
  }
  return different;
}

async function copyUpTo(events: EventStore, checkpoint: string | undefined): Promise<EventStore> {
  const copy = new MemoryEventStore();
  let [after, atHead] = [undefined as string | undefined, checkpoint === undefined];
  while (!atHead) {
    const page = await events.readAll({ after, limit: LIMITS.pageEvents });
    for (const event of page.events) {
      if (event.position > checkpoint!) return copy;
      await copy.append(event.stream, event.revision === 0 ? 'none' : event.revision - 1, [event]);
    }
    after = page.upTo;
    atHead = page.atHead;
  }
  return copy;
}

async function contentsOf(views: ViewStore, generation: Generation): Promise<string> {
  const documents: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.list(generation, { limit: 1000, cursor });
    documents.push(...page.documents);
    cursor = page.next;
  } while (cursor);
  return JSON.stringify(documents.map(({ id, own, sum }) => [id, sorted(own), sorted(sum)]));
}

/** With the fields of every object in one order: a sum built by differences lists them in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}
