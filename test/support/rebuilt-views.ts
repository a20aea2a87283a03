import { catalogue, type ReadStores, views as allViews } from '@pm/assembly';
import { type EventStore, Recorder, wholeLog } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';
import { type Generation, Projector, type StoredDocument, type ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';

/**
 * Compares every view with one built from scratch from the events up to its checkpoint.
 *
 * @returns names of the views that differ
 */
export async function viewsThatDiffer({ events, keys, views }: ReadStores): Promise<string[]> {
  const different: string[] = [];
  for (const view of allViews) {
    const generation = await views.active(view.name);
    if (!generation) throw new Error(`${view.name} was never shown`);
    const { log, positions } = await copyUpTo(events, await views.checkpoint(generation));
    const rebuilt = new MemoryViewStore();
    const recorder = new Recorder(catalogue, keys);
    const projector = new Projector(view, { events: log, views: rebuilt, recorder, catalogue });
    await projector.catchUp();
    // Positions in documents are those of their log.
    const ofThisLog = new RegExp(`${events.logId}\\.[0-9a-f]+`, 'g');
    const live = (await contentsOf(views, generation)).replaceAll(
      ofThisLog,
      (position) => positions.get(position) ?? position,
    );
    if (live !== (await contentsOf(rebuilt, projector.generation))) different.push(view.name);
  }
  return different;
}

/** The log up to a checkpoint, and the positions there of its events by those here. */
async function copyUpTo(
  events: EventStore,
  checkpoint: string | undefined,
): Promise<{ log: EventStore; positions: ReadonlyMap<string, string> }> {
  const log = new MemoryEventStore();
  const positions = new Map<string, string>();
  for await (const event of wholeLog(events)) {
    if (checkpoint === undefined || event.position > checkpoint) break;
    const expected = event.revision === 0 ? 'none' : event.revision - 1;
    positions.set(event.position, (await log.append(event.stream, expected, [event])).position);
  }
  return { log, positions };
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
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}
