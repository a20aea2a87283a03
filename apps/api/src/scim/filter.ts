import { namedId } from '@pm/eventing';
import { attributePath, MANAGER, MANAGER_ID } from './attributes.js';
import { SCHEMAS } from './schemas.js';
import type { ScimUserAnswer } from './scim.answer.js';
import { ScimRefused } from './scim-refused.js';

/** Which users a client looks for. */
export interface Filter {
  /** Ids of all who could match. */
  readonly candidates: readonly string[];
  readonly matches: (user: ScimUserAnswer) => boolean;
}

const EQUALITY = /(?:^| +and +)([\w.:-]{1,100}) +eq +("(?:[^"\\]|\\.){0,400}")/giuy;

const managerOf = (user: ScimUserAnswer) => user[SCHEMAS.enterprise]?.manager?.value;

/** What a filter compares, by path in lower case. Nobody has an externalId: it is not kept. */
const VALUES = new Map<string, (user: ScimUserAnswer) => string | undefined>([
  ['id', ({ id }) => id],
  ['username', ({ userName }) => userName],
  ['externalid', () => undefined],
  ['manager', managerOf],
  [MANAGER, managerOf],
  [MANAGER_ID, managerOf],
]);

/** Who could match, by the attributes that tell users apart. */
const CANDIDATES = new Map<string, (value: string) => readonly string[]>([
  ['id', (value) => [value]],
  ['username', (value) => [namedId('person', 'number', value), value]],
  ['externalid', () => []],
]);

/** One user by equality, as providers look for them; `and` asks more of the same user. @throws ScimRefused invalidFilter */
export function filterIn(text: string): Filter {
  const found = [...text.trim().matchAll(EQUALITY)];
  const equalities = found.map(([, path, quoted]) => [attributePath(path!), textIn(quoted!)] as const);
  const [key, value] = equalities.find(([path]) => CANDIDATES.has(path)) ?? [];
  const isRead = found.map(([whole]) => whole).join('') === text.trim();
  if (!isRead || key === undefined || !equalities.every(([path]) => VALUES.has(path)))
    throw new ScimRefused('invalidFilter', 'Filter by userName, id or externalId, as in userName eq "1815".');
  return {
    candidates: CANDIDATES.get(key)!(value!),
    matches: (user) => equalities.every(([path, wanted]) => VALUES.get(path)!(user) === wanted),
  };
}

/** @throws ScimRefused for an escape that JSON does not have */
function textIn(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch (cause) {
    throw new ScimRefused('invalidFilter', 'The text of a filter is JSON.', { cause });
  }
}
