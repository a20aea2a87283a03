import {
  type Attributes,
  attributePath,
  attributesAt,
  attributesIn,
  MANAGER,
  MANAGER_ID,
} from './attributes.js';
import { KEPT } from './said-of-user.js';
import { ScimRefused } from './scim-refused.js';

const OPERATIONS_MAX = 100;
const VERBS = ['add', 'replace', 'remove'];

interface Operation {
  readonly verb: string;
  readonly path?: string;
  readonly value?: unknown;
}

/**
 * What the operations of a patch come to, as one statement about the user (RFC 7644, section 3.5.2). Every attribute that
 * is kept has one value, so that to add and to replace are the same.
 *
 * @throws ScimRefused
 */
export function patched(body: unknown): Attributes {
  const operations = attributesIn(body).get('operations');
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > OPERATIONS_MAX)
    throw new ScimRefused('invalidSyntax', `Send Operations: a list of 1 to ${OPERATIONS_MAX}.`);
  return new Map(operations.flatMap((operation) => [...said(operationIn(operation))]));
}

function operationIn(operation: unknown): Operation {
  const { op, path, value } = (operation ?? {}) as Record<string, unknown>;
  const verb = typeof op === 'string' ? op.toLowerCase() : '';
  if (!VERBS.includes(verb) || (path !== undefined && typeof path !== 'string'))
    throw new ScimRefused('invalidSyntax', 'An operation has an op of add, replace or remove, and a path.');
  return { verb, path, value };
}

function said({ verb, path, value }: Operation): Iterable<[string, unknown]> {
  if (verb === 'remove') return removed(path);
  return path ? attributesAt(path, value) : attributesIn(value);
}

/** Nobody leads them from then on; whatever else is kept always has a value. */
function removed(path: string | undefined): [string, unknown][] {
  if (!path) throw new ScimRefused('noTarget', 'Say with a path what is to be removed.');
  const name = attributePath(path);
  if (name === MANAGER || name === MANAGER_ID) return [[MANAGER_ID, null]];
  if (KEPT.includes(name))
    throw new ScimRefused('mutability', 'Of what is kept only the manager can be removed.');
  return [];
}
