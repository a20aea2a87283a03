import type { Instant, PersonId } from '@pm/kernel';
import { type Deputyship, isInForce, standing } from '../deputies/deputies.state.js';
import { isPresent, type Organisation } from './known-organisation.js';

/** A deputyship as it stands at a moment. */
export interface PresentedDeputyship extends Deputyship {
  /** For whom. */
  readonly personId: PersonId;
  /** Whether the deputy may act at the moment: their time has come, and both are there. */
  readonly acting: boolean;
}

/** What holds at a moment, or later. */
export interface DeputiesOf {
  /** Who acts for somebody. */
  readonly deputies: readonly PresentedDeputyship[];
  /** For whom they act themselves. */
  readonly deputyOf: readonly PresentedDeputyship[];
}

/** @returns undefined where there is no such person */
export function deputiesOf(
  personId: PersonId,
  at: Instant,
  organisation: Organisation,
): DeputiesOf | undefined {
  if (!organisation.people.has(personId)) return undefined;
  const others = [...organisation.deputies.keys()].filter((id) => id !== personId);
  return {
    deputies: presented(personId, at, organisation),
    deputyOf: others
      .flatMap((id) => presented(id, at, organisation))
      .filter(({ deputyId }) => deputyId === personId),
  };
}

/** Those who may act for somebody at a moment. */
export const actingFor = (personId: PersonId, at: Instant, organisation: Organisation): readonly PersonId[] =>
  presented(personId, at, organisation).flatMap(({ acting, deputyId }) => (acting ? [deputyId] : []));

function presented(personId: PersonId, at: Instant, organisation: Organisation): PresentedDeputyship[] {
  const isThere = (id: PersonId) => isPresent(id, at, organisation);
  return standing(organisation.deputies.get(personId) ?? [], at).map((each) => ({
    personId,
    ...each,
    acting: isInForce(each, at) && isThere(personId) && isThere(each.deputyId),
  }));
}
