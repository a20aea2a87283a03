import type { InvalidField } from '../http/invalid-input.js';
import type { Problem } from '../http/problems.js';
import { SCHEMAS, SCIM_ROOT } from './schemas.js';
import type { ScimType } from './scim-refused.js';

/** What SCIM calls a problem, where it has a word for it. Of what a user names, only the user themselves is 404. */
const TYPES: Readonly<Record<string, ScimType>> = {
  'person-exists': 'uniqueness',
  'unit-unknown': 'invalidValue',
  'manager-unknown': 'invalidValue',
  'own-manager': 'invalidValue',
  'invalid-input': 'invalidSyntax',
};

const STATUS: Readonly<Partial<Record<ScimType, number>>> = { uniqueness: 409 };

/** Whether who asks speaks SCIM, and is answered so whatever went wrong. */
export const isScim = (url: string): boolean => url.startsWith(`${SCIM_ROOT}/`);

/** A problem as SCIM writes it (RFC 7644, section 3.12); `detail` begins with the code that never changes. */
export function scimError({ status, code, detail, extensions }: Problem): { status: number; body: object } {
  const scimType = (extensions?.['scimType'] as ScimType | undefined) ?? TYPES[code];
  const told = scimType ? (STATUS[scimType] ?? 400) : status;
  const fields = (extensions?.['errors'] ?? []) as readonly InvalidField[];
  const all = [`${code}: ${detail}`, ...fields.map((field) => `${field.pointer} ${field.detail}`)];
  return {
    status: told,
    body: { schemas: [SCHEMAS.error], status: String(told), scimType, detail: all.join(' ') },
  };
}
