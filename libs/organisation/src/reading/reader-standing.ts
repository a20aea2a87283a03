import type { ActorId, Instant, PersonId, ReaderStanding, StandingReader, UnitId } from '@pm/kernel';
import { isWithin } from '../chart/chart.state.js';
import { valueAt } from '../dated.state.js';
import { LINE_MAX } from '../people/manager-line.state.js';
import { actingFor } from './deputies-of.js';
import { isPresent, type Organisation } from './known-organisation.js';

/**
 * To whom of some people a reader stands in some way at a moment, and how. Whoever does not belong to the organisation then
 * stands to nobody, and nobody to them. Units lie where they lie now: the chart keeps when they got their heads and partners, not their places.
 */
export function standingsTo(
  {
    actor,
    people,
    at,
  }: { readonly actor: ActorId; readonly people: readonly PersonId[]; readonly at: Instant },
  organisation: Organisation,
): ReadonlyMap<PersonId, ReaderStanding> {
  const reader = actor as string as PersonId;
  const units = unitsOfPartner(reader, at, organisation);
  const found = new Map<PersonId, ReaderStanding>();
  if (!isPresent(reader, at, organisation)) return found;
  for (const personId of people) {
    if (!isPresent(personId, at, organisation)) continue;
    const isPartner = units.has(valueAt(organisation.people.get(personId)!.units, at)!);
    const line = lineTo(reader, personId, at, organisation);
    if (isPartner || line !== 'none') found.set(personId, { line, isPartner });
  }
  return found;
}

/**
 * Everyone who stands so to a person at a moment that they may read more of them than others, from the nearest up, and
 * behind each one those who may read on their behalf.
 */
export function readersOf(
  { personId, at }: { readonly personId: PersonId; readonly at: Instant },
  organisation: Organisation,
): readonly StandingReader[] {
  if (!isPresent(personId, at, organisation)) return [];
  const isThere = (reader: StandingReader) => isPresent(reader.personId, at, organisation);
  const line = [personId, ...managersAbove(personId, at, organisation)];
  const readers = [
    ...line.map((id, step): StandingReader => ({ personId: id, as: STEPS[step] ?? 'above' })),
    ...partnersOf(valueAt(organisation.people.get(personId)!.units, at)!, at, organisation),
  ];
  return readers.filter(isThere).flatMap((reader) => [
    reader,
    ...actingFor(reader.personId, at, organisation).map((deputyId) => ({
      ...reader,
      personId: deputyId,
      onBehalfOf: reader.personId,
    })),
  ]);
}

const STEPS = ['owner', 'manager'] as const;

function lineTo(
  reader: PersonId,
  personId: PersonId,
  at: Instant,
  organisation: Organisation,
): ReaderStanding['line'] {
  if (reader === personId) return 'owner';
  const step = managersAbove(personId, at, organisation).indexOf(reader);
  if (step < 0) return 'none';
  return step === 0 ? 'manager' : 'above';
}

/** From the nearest up, each once: two changes at the same moment may have put people above each other. */
function managersAbove(personId: PersonId, at: Instant, { people }: Organisation): PersonId[] {
  const above: PersonId[] = [];
  let id: PersonId | null | undefined = personId;
  while (above.length < LINE_MAX) {
    id = valueAt(people.get(id)?.managers ?? [], at);
    if (!id || id === personId || above.includes(id)) break;
    above.push(id);
  }
  return above;
}

function partnersOf(unitId: UnitId, at: Instant, { chart }: Organisation): StandingReader[] {
  return [...chart.units].flatMap(([id, { partners }]) => {
    const personId = valueAt(partners, at);
    return personId && isWithin(chart, unitId, id) ? [{ personId, as: 'hr-partner', unitId: id }] : [];
  });
}

/** Units whose people somebody cares for: those they are named for, and all below. */
function unitsOfPartner(reader: PersonId, at: Instant, { chart }: Organisation): ReadonlySet<UnitId> {
  const named = [...chart.units].flatMap(([id, { partners }]) =>
    valueAt(partners, at) === reader ? [id] : [],
  );
  if (named.length === 0) return new Set();
  return new Set([...chart.units.keys()].filter((id) => named.some((unit) => isWithin(chart, id, unit))));
}
