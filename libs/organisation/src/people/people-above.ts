import type { Asking } from '@pm/eventing';
import type { Instant, PersonId } from '@pm/kernel';
import { valuesDuring } from '../dated.state.js';
import { LINE_MAX, type PeopleAbove } from './manager-line.state.js';
import { people, type Person } from './person.state.js';

/** Somebody, and everyone who stands above them from a moment on, as far up as a line may reach. */
export async function peopleFrom(
  personId: PersonId | null | undefined,
  from: Instant,
  { read }: Pick<Asking, 'read'>,
): Promise<PeopleAbove> {
  const found = new Map<PersonId, Person>();
  let level = personId ? [personId] : [];
  for (let height = 0; height <= LINE_MAX && level.length > 0; height++) {
    const states = await Promise.all(level.map(async (id) => [id, await read(people, id)] as const));
    for (const [id, person] of states) found.set(id, person);
    const above = states.flatMap(([, { managers }]) => valuesDuring(managers, { from }));
    level = [...new Set(above.flatMap(({ value }) => value ?? []))].filter((id) => !found.has(id));
  }
  return found;
}

/** Who stands above somebody at one moment. */
export interface ManagerLine {
  /** From the nearest up. */
  readonly personIds: readonly PersonId[];
  /** Two changes at the same moment put people above each other: one of them is to be put right. */
  readonly problem?: 'manager-cycle';
}

/** @param managerOf somebody's manager at the moment that is asked about */
export async function managerLine(
  personId: PersonId,
  managerOf: (personId: PersonId) => Promise<PersonId | null | undefined>,
): Promise<ManagerLine> {
  const personIds: PersonId[] = [];
  for (let above = await managerOf(personId); above && personIds.length < LINE_MAX;) {
    if (above === personId || personIds.includes(above)) return { personIds, problem: 'manager-cycle' };
    personIds.push(above);
    above = await managerOf(above);
  }
  return { personIds };
}
