import type { JoinPersonInput } from '@pm/organisation';
import type { SaidOfUser } from './said-of-user.js';
import { ScimRefused } from './scim-refused.js';

/** What lets somebody join, where a client says all of it. @throws ScimRefused */
export function joinInput({
  userName,
  name,
  unitId,
  managerId,
  active,
}: SaidOfUser): JoinPersonInput & { number: string } {
  if (userName === undefined || name === undefined || unitId === undefined)
    throw new ScimRefused(
      'invalidValue',
      'Send userName, a name, and the department of the enterprise extension.',
    );
  if (userName.includes('@'))
    throw new ScimRefused(
      'invalidValue',
      'A userName is kept in clear for ever: map it to the number of an employee, not to an e-mail address.',
    );
  if (active === false)
    throw new ScimRefused('invalidValue', 'Nobody joins who is not active; send them once they are.');
  return { number: userName, name, unitId, managerId: managerId ?? undefined };
}
