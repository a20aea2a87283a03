import { type ActorId, isDraft, reject, unknown, type Rejection, type Relationship } from '@pm/kernel';
import type { GoalOwner, Party } from './goal.events.js';
import type { Goal, GoalPhase } from './goal.state.js';

/** Who asks, as far as a goal is concerned. */
export interface Standing {
  /** Who it is themselves, whomever they act for. */
  readonly actor: ActorId;
  /** To whose goal it is, by the reporting lines in force; of a deputy, that of whoever they act for. */
  readonly relationship: Relationship;
  readonly roles: readonly string[];
  /** Whether it is a person's goal whom nobody leads, as at the top of the line. */
  readonly unled?: boolean;
}

/**
 * For which side somebody speaks (field study, section 4, "Who"). For a unit's goal its head is the owner and the head
 * above is the manager; controllers may speak for the owner of a unit's goal, executives for its manager, and for the
 * manager of a person whom nobody leads: whoever it is, nobody agrees with themselves.
 */
export function partyOf({ relationship, roles, unled }: Standing, { unitId }: GoalOwner): Party | undefined {
  if (relationship === 'owner' || relationship === 'manager') return relationship;
  if ((unitId !== undefined || unled) && roles.includes('executive')) return 'manager';
  if (unitId !== undefined && roles.includes('controller')) return 'owner';
  return undefined;
}

/** As {@link partyOf}; where nobody leads a person, and no executive does it, a people admin agrees on behalf. */
export function agreeingPartyOf(standing: Standing, owner: GoalOwner): Party | undefined {
  return partyOf(standing, owner) ?? (standing.unled && isPeopleAdmin(standing) ? 'manager' : undefined);
}

export const isPeopleAdmin = ({ roles }: Standing): boolean => roles.includes('people-admin');

/** Speaks for neither side. */
export const notParty = (): Rejection =>
  reject(
    'not-your-goal',
    'Only the one whose goal it is and their manager can do this; a deputy not where it is their own.',
  );

/** Refuses whoever spoke for the other side: nobody agrees with themselves, and be it as deputy of somebody else. */
export const bothSidesRefusal = ({ actor }: Standing, spoken: ActorId | undefined): Rejection | undefined =>
  actor === spoken
    ? reject('both-sides', 'You spoke for the other side yourself; somebody else must answer.')
    : undefined;

/** May not act for the manager's side. */
export const notManager = (): Rejection =>
  reject('manager-only', 'Only the manager of the one whose goal it is can do this.');

/** Not an administrator. */
export const notAdmin = (): Rejection => reject('people-admin-only', 'Only a people admin can do this.');

/** Refuses a goal that is in none of these phases; whoever may not read it is not told in which it is. */
export function phaseRefusal(
  goal: Goal,
  wanted: readonly GoalPhase[],
  standing: Standing,
): Rejection | undefined {
  const { phase } = goal;
  if (phase === 'none') return unknown('goal-unknown', 'There is no such goal.');
  if (isClosed(goal) && !partyOf(standing, goal.owner) && !isPeopleAdmin(standing)) return notParty();
  if (wanted.includes(phase)) return undefined;
  return reject('goal-phase', `This needs a goal that is ${wanted.join(' or ')}.`, { phase });
}

/** A person's goal that is not everybody's to read. */
const isClosed = ({ owner, phase, visibility }: Goal): boolean =>
  owner.personId !== undefined && (visibility === 'private' || isDraft(phase));
