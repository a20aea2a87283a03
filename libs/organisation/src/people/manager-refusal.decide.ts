import {
  type Instant,
  neverValid,
  personErased,
  type PersonId,
  reject,
  type Rejection,
  unknown,
} from '@pm/kernel';
import { LINE_MAX, lineProblem, type PeopleAbove } from './manager-line.state.js';
import { people, standingAt } from './person.state.js';

export interface ManagerFacts {
  readonly personId: PersonId;
  readonly managerId: PersonId;
  /** The manager, and everyone above them from then on. */
  readonly above: PeopleAbove;
  readonly effectiveAt: Instant;
  /** When another manager follows. */
  readonly until?: Instant;
}

/** A manager is somebody else who is there, and at no moment do two people stand above each other. */
export function managerRefusal(facts: ManagerFacts): Rejection | undefined {
  const { personId, managerId, above, effectiveAt, until } = facts;
  if (managerId === personId)
    return neverValid('own-manager', 'Nobody leads themselves; name somebody else, or nobody.', { personId });
  const manager = above.get(managerId) ?? people.initial;
  if (manager.erasedAt !== undefined) return personErased(managerId);
  const standing = standingAt(manager, effectiveAt);
  if (standing === 'unknown')
    return unknown('manager-unknown', 'There is no such person to lead them.', { managerId });
  if (standing !== 'present')
    return reject('manager-absent', 'Whoever leads them must belong to the organisation on that day.', {
      managerId,
    });
  const problem = lineProblem([personId, managerId], { from: effectiveAt, until }, above);
  return problem && reject(problem, ADVICE[problem], { personId, managerId });
}

const ADVICE = {
  'manager-cycle': 'Nobody can stand above themselves; change the manager further up first.',
  'line-too-long': `At most ${LINE_MAX} managers stand one above the other; name one further up.`,
} as const;
