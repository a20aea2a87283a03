import { idIn, isId } from '@pm/eventing';
import type { PersonId, UnitId } from '@pm/kernel';
import { type Attributes, DEPARTMENT, ENTERPRISE, MANAGER_ID } from './attributes.js';
import { ScimRefused } from './scim-refused.js';

/** What a client says of a user, of all that is kept; absent where it says nothing. */
export interface SaidOfUser {
  /** The person's number. */
  readonly userName?: string;
  readonly name?: string;
  readonly unitId?: UnitId;
  /** Null for nobody. */
  readonly managerId?: PersonId | null;
  readonly active?: boolean;
}

const NAME_CHARS_MAX = 200;
const NUMBER_CHARS_MAX = 64;

const NAME_PARTS = ['name.givenname', 'name.familyname'] as const;

/** Paths of what is kept, and always has a value. What stands at any other is taken and not stored. */
export const KEPT: readonly string[] = [
  'username',
  'displayname',
  'name',
  'name.formatted',
  'active',
  DEPARTMENT,
  ENTERPRISE,
];

/** @throws ScimRefused invalidValue */
export function saidIn(attributes: Attributes): SaidOfUser {
  const department = text(attributes, DEPARTMENT, NUMBER_CHARS_MAX);
  return {
    userName: text(attributes, 'username', NUMBER_CHARS_MAX),
    name: nameIn(attributes),
    unitId: department === undefined ? undefined : (idNamed('unit', department) as UnitId),
    managerId: managerIn(attributes),
    active: activeIn(attributes.get('active')),
  };
}

/** As shown, as written, or of the parts where both are there. */
function nameIn(attributes: Attributes): string | undefined {
  const whole =
    text(attributes, 'displayname', NAME_CHARS_MAX) ?? text(attributes, 'name.formatted', NAME_CHARS_MAX);
  if (whole !== undefined) return whole;
  const parts = NAME_PARTS.map((part) => text(attributes, part, NAME_CHARS_MAX / 2 - 1));
  return parts.includes(undefined) ? undefined : parts.join(' ');
}

function managerIn(attributes: Attributes): PersonId | null | undefined {
  const value = attributes.get(MANAGER_ID);
  if (value === null || value === '') return null;
  const named = text(attributes, MANAGER_ID, NUMBER_CHARS_MAX);
  return named === undefined ? undefined : (idNamed('person', named) as PersonId);
}

/** True or false, which Entra ID may send as text. */
function activeIn(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === true || word === 'true') return true;
  if (word === false || word === 'false') return false;
  throw invalidValue('active', 'true or false');
}

/** What has the shape of an id is one, anything else a number. */
function idNamed(kind: 'unit' | 'person', text: string): string {
  const id = idIn(kind, isId(text) ? text : `number:${text}`);
  if (id === undefined) throw invalidValue(kind === 'unit' ? 'department' : 'manager', 'an id or a number');
  return id;
}

function text(attributes: Attributes, path: string, charsMax: number): string | undefined {
  const value = attributes.get(path);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.length > charsMax)
    throw invalidValue(path, `a text of at most ${charsMax} letters`);
  return value;
}

const invalidValue = (path: string, wanted: string): ScimRefused =>
  new ScimRefused('invalidValue', `${path} must be ${wanted}.`);
