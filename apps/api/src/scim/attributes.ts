import { SCHEMAS } from './schemas.js';
import { ScimRefused } from './scim-refused.js';

const CORE = `${SCHEMAS.user}:`.toLowerCase();

/** Paths of what is kept beside the simple attributes of the core, in lower case as names are compared. */
export const ENTERPRISE = SCHEMAS.enterprise.toLowerCase();
export const DEPARTMENT = `${ENTERPRISE}:department`;
export const MANAGER = `${ENTERPRISE}:manager`;
export const MANAGER_ID = `${MANAGER}.value`;

/** What stands between an attribute and its parts, of those that have any that are kept. */
const SEPARATORS: Readonly<Record<string, string>> = { name: '.', [ENTERPRISE]: ':', [MANAGER]: '.' };

/** Values by path; of two for the same path the one said last. */
export type Attributes = ReadonlyMap<string, unknown>;

/** A path as it is compared: in any case, and with or without the core schema in front. */
export function attributePath(path: string): string {
  const name = path.toLowerCase();
  return name.startsWith(CORE) ? name.slice(CORE.length) : name;
}

/** A resource or a part of one, as simple values by path. @throws ScimRefused invalidSyntax where it is none */
export function attributesIn(resource: unknown): Map<string, unknown> {
  if (typeof resource !== 'object' || resource === null || Array.isArray(resource))
    throw new ScimRefused('invalidSyntax', 'Send an object of attributes.');
  return new Map(Object.entries(resource).flatMap(([name, value]) => attributesAt(name, value)));
}

/** The simple values of what is said at one path. A manager may be their id alone, or a list of one (Entra ID). */
export function attributesAt(name: string, value: unknown): [string, unknown][] {
  const path = attributePath(name);
  const [whole] = path === MANAGER && Array.isArray(value) ? (value as unknown[]) : [value];
  const separator = Object.hasOwn(SEPARATORS, path) ? SEPARATORS[path] : undefined;
  if (separator && typeof whole === 'object' && whole !== null)
    return Object.entries(whole).flatMap(([part, each]) => attributesAt(`${path}${separator}${part}`, each));
  return [[path === MANAGER ? MANAGER_ID : path, whole]];
}
