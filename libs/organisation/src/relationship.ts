import type { Asking } from '@pm/eventing';
import type { ActorId, Instant, Owner, PersonId, Relationship, Sides, UnitId } from '@pm/kernel';
import { chart, CHART_ID, type Chart } from './chart/chart.state.js';
import { valueAt } from './dated.state.js';
import { isActingDeputy } from './deputies/acting-deputy.js';
import { people, standingAt } from './people/person.state.js';

interface Question {
  readonly actor: ActorId;
  /** Whom they act for; themselves where absent. */
  readonly onBehalfOf?: ActorId;
  readonly owner: Owner;
  readonly at: Instant;
}

type Read = Asking['read'];

const NEAREST_FIRST = ['owner', 'manager', 'managers-manager'] as const;

/**
 * How an actor stands to an owner at a moment: the nearest of the three. Whoever does not belong to the organisation
 * then stands in no relationship. Looks two steps up and no further, so a cycle among managers does not hold it up.
 *
 * A deputy stands as whoever they act for, and as nobody where it is their own: there the other side is to be another one.
 */
export async function relationship(
  { actor, onBehalfOf, owner, at }: Question,
  { read }: Pick<Asking, 'read'>,
): Promise<Relationship> {
  const line = await lineAbove(owner, at, read);
  if (!line) return 'unknown';
  const standsFor = (onBehalfOf ?? actor) as string as PersonId;
  const nearest = NEAREST_FIRST.find((_, step) => line[step] === standsFor);
  if (!nearest || !(await isPresent(standsFor, at, read))) return 'none';
  if (onBehalfOf === undefined) return nearest;
  const mayAct =
    line[0] !== (actor as string) && (await isActingDeputy({ actor, personId: standsFor, at }, { read }));
  return mayAct ? nearest : 'none';
}

/** Who stands for an owner, and who for its manager, of those who belong to the organisation at a moment. */
export async function sides(
  { owner, at }: Pick<Question, 'owner' | 'at'>,
  { read }: Pick<Asking, 'read'>,
): Promise<Sides> {
  const [own, manager] = (await lineAbove(owner, at, read)) ?? [];
  const present = async (personId: PersonId | null | undefined) =>
    personId && (await isPresent(personId, at, read)) ? personId : null;
  return { owner: await present(own), manager: await present(manager) };
}

/** Whether a person has a manager at a moment who has not left. */
export async function isLed(
  { personId, at }: { readonly personId: PersonId; readonly at: Instant },
  { read }: Pick<Asking, 'read'>,
): Promise<boolean> {
  const managerId = await managerOf(personId, at, read);
  return managerId !== null && (await isPresent(managerId, at, read));
}

const lineAbove = (owner: Owner, at: Instant, read: Read) =>
  'personId' in owner ? abovePerson(owner.personId, at, read) : aboveUnit(owner.unitId, at, read);

/** Person, manager and manager's manager, as far as there are any; undefined where the person is not there. */
async function abovePerson(personId: PersonId, at: Instant, read: Read) {
  if (!(await isPresent(personId, at, read))) return undefined;
  const managerId = await managerOf(personId, at, read);
  return [personId, managerId, managerId && (await managerOf(managerId, at, read))];
}

/** The unit's own head, then the two next ones further up; undefined where there is no such unit. */
async function aboveUnit(unitId: UnitId, at: Instant, read: Read) {
  const { units } = await read(chart, CHART_ID);
  if (!units.has(unitId)) return undefined;
  const [own, ...others] = unitsUpFrom(unitId, units);
  const line = [await headOf(own!, at, read)];
  for (const unit of others) {
    const head = await headOf(unit, at, read);
    if (head && head !== line.at(-1)) line.push(head);
    if (line.length === NEAREST_FIRST.length) break;
  }
  return line;
}

function unitsUpFrom(unitId: UnitId, units: Chart['units']) {
  const line = [];
  for (let unit = units.get(unitId); unit; unit = unit.parentId && units.get(unit.parentId)) line.push(unit);
  return line;
}

/** A head who left stands for the unit no more. */
async function headOf(
  { heads }: { heads: Parameters<typeof valueAt<PersonId | null>>[0] },
  at: Instant,
  read: Read,
) {
  const head = valueAt(heads, at);
  return head && (await isPresent(head, at, read)) ? head : null;
}

async function managerOf(personId: PersonId, at: Instant, read: Read): Promise<PersonId | null> {
  return valueAt((await read(people, personId)).managers, at) ?? null;
}

async function isPresent(personId: PersonId, at: Instant, read: Read): Promise<boolean> {
  return standingAt(await read(people, personId), at) === 'present';
}
