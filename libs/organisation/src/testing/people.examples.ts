import type { Instant, PersonId, UnitId } from '@pm/kernel';
import type { UnitHeadNamed, UnitPartnerNamed } from '../chart/chart.events.js';
import type { DeputyAppointed, DeputyEnded } from '../deputies/deputies.events.js';
import type {
  HoldPlaced,
  HoldReleased,
  ManagerChanged,
  PersonErased,
  PersonEvent,
  PersonJoined,
  PersonLeft,
  PersonMoved,
  PersonRenamed,
} from '../people/person.events.js';
import { people, type Person } from '../people/person.state.js';

export const who = (name: string): PersonId => name as PersonId;
/** The beginning of a day, in UTC. */
export const on = (day: string): Instant => `${day}T00:00:00.000Z` as Instant;

/** Somebody by their name, on 1 January 2026 where no day is named. */
export const joined = (
  person: string,
  unit: string,
  { manager, from = '2026-01-01' }: { manager?: string; from?: string } = {},
): PersonJoined => ({
  type: 'PersonJoined',
  data: {
    personId: who(person),
    number: person,
    name: person,
    unitId: unit as UnitId,
    managerId: manager === undefined ? undefined : who(manager),
  },
  effectiveAt: on(from),
});
export const movedTo = (person: string, unit: string, from: string): PersonMoved => ({
  type: 'PersonMoved',
  data: { personId: who(person), unitId: unit as UnitId },
  effectiveAt: on(from),
});
export const ledBy = (person: string, manager: string | null, from: string): ManagerChanged => ({
  type: 'ManagerChanged',
  data: { personId: who(person), managerId: manager === null ? null : who(manager) },
  effectiveAt: on(from),
});
export const renamedTo = (person: string, name: string): PersonRenamed => ({
  type: 'PersonRenamed',
  data: { personId: who(person), name },
});
export const left = (person: string, day: string): PersonLeft => ({
  type: 'PersonLeft',
  data: { personId: who(person) },
  effectiveAt: on(day),
});
export const erased = (person: string, day: string): PersonErased => ({
  type: 'PersonErased',
  data: { personId: who(person), reason: 'no-longer-needed' },
  effectiveAt: on(day),
});
export const held = (person: string, day: string): HoldPlaced => ({
  type: 'HoldPlaced',
  data: { personId: who(person) },
  effectiveAt: on(day),
});
export const released = (person: string, day: string): HoldReleased => ({
  type: 'HoldReleased',
  data: { personId: who(person) },
  effectiveAt: on(day),
});
export const headed = (unit: string, person: string | null, from: string): UnitHeadNamed => ({
  type: 'UnitHeadNamed',
  data: { unitId: unit as UnitId, personId: person === null ? null : who(person) },
  effectiveAt: on(from),
});
export const partnered = (unit: string, person: string | null, from: string): UnitPartnerNamed => ({
  type: 'UnitPartnerNamed',
  data: { unitId: unit as UnitId, personId: person === null ? null : who(person) },
  effectiveAt: on(from),
});

/** From the beginning of one day to the beginning of another. */
export const deputised = (person: string, deputy: string, from: string, until: string): DeputyAppointed => ({
  type: 'DeputyAppointed',
  data: { personId: who(person), deputyId: who(deputy), until: on(until) },
  effectiveAt: on(from),
});
export const undeputised = (person: string, deputy: string, day: string): DeputyEnded => ({
  type: 'DeputyEnded',
  data: { personId: who(person), deputyId: who(deputy) },
  effectiveAt: on(day),
});

export const personOf = (...events: PersonEvent[]): Person =>
  events.reduce((person, event) => people.evolve(person, event), people.initial);

/** Everyone that these events speak of. */
export const everyone = (...events: PersonEvent[]): Map<PersonId, Person> =>
  new Map(
    [...Map.groupBy(events, ({ data }) => data.personId)].map(([id, theirs]) => [id, personOf(...theirs)]),
  );
