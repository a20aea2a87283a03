import type { Fold, Instant, PersonId } from '@pm/kernel';
import type { DeputyEvent } from './deputies.events.js';

/** For how long somebody may act for a person. */
export interface Deputyship {
  readonly deputyId: PersonId;
  readonly from: Instant;
  /** From then on no more. */
  readonly until: Instant;
}

/** Who was, is and will be deputy of one person, in the order in which they were appointed. */
export type Deputies = readonly Deputyship[];

/** Streams `deputies-<personId>`, of the person for whom they act. */
export const deputies: Fold<Deputies, DeputyEvent> = {
  category: 'deputies',
  initial: [],
  evolve: (known, { type, data, effectiveAt }) => {
    const at = effectiveAt!;
    const { deputyId } = data;
    switch (type) {
      case 'DeputyAppointed':
        return [...known, { deputyId, from: at, until: data.until }];
      case 'DeputyEnded':
        return known.flatMap((each) => (each.deputyId === deputyId ? endedAt(each, at) : [each]));
    }
  },
};

/** Whether somebody is deputy at a moment, as far as they were appointed. */
export const isAppointed = (known: Deputies, deputyId: PersonId, at: Instant): boolean =>
  known.some((each) => each.deputyId === deputyId && isInForce(each, at));

export const isInForce = ({ from, until }: Deputyship, at: Instant): boolean => from <= at && at < until;

/** Those that hold at a moment or later. */
export const standing = (known: Deputies, at: Instant): Deputies => known.filter(({ until }) => at < until);

/** What was to begin later never does. */
function endedAt(deputyship: Deputyship, at: Instant): Deputies {
  if (deputyship.until <= at) return [deputyship];
  return deputyship.from < at ? [{ ...deputyship, until: at }] : [];
}
