import type { Opened } from '@pm/eventing';
import type { UnitId } from '@pm/kernel';
import type { presentPerson } from '@pm/organisation/views';
import { SCHEMAS, SCIM_ROOT } from './schemas.js';
import type { ScimUserAnswer } from './scim.answer.js';

/** A person as they stand at a moment, whose name is there to be read. */
export type NamedPerson = Opened<ReturnType<typeof presentPerson>> & { readonly name: string };

export const userLocation = (id: string): string => `${SCIM_ROOT}/Users/${id}`;

/** @param numberOf of a unit; its id where it has none */
export function scimUser(person: NamedPerson, numberOf: (unitId: UnitId) => string): ScimUserAnswer {
  const { personId: id, number, name, standing, unitId, managerId } = person;
  return {
    schemas: [SCHEMAS.user, SCHEMAS.enterprise],
    id,
    userName: number ?? id,
    displayName: name,
    name: { formatted: name },
    active: standing !== 'left',
    ...(unitId && {
      [SCHEMAS.enterprise]: {
        department: numberOf(unitId),
        ...(managerId && { manager: { value: managerId } }),
      },
    }),
    meta: { resourceType: 'User', location: userLocation(id) },
  };
}
