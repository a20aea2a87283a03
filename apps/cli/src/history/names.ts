import { type Keys, opened } from '@pm/eventing';
import { peopleView } from '@pm/organisation/views';
import { ReadView } from '@pm/projections/queries';
import type { App } from '../app.js';

/** What people are called, by their ids; of nobody else, and of nobody who was erased. */
export async function namesOf(
  ids: Iterable<string>,
  { queries }: App,
  keys: Keys,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const person = await queries.execute(new ReadView(peopleView, id));
    const name = person?.own && (await opened(keys, person.own)).name;
    if (typeof name === 'string') names.set(id, name);
  }
  return names;
}
