import { type ActorId, neverValid, type Period, reject, type Rejection } from '@pm/kernel';

/** Who wants to set right or take back what was said before, and why. */
export interface Amending {
  readonly actor: ActorId;
  readonly reason?: string;
  /** Whether they may do so with what others said. */
  readonly mayCorrectOthers: boolean;
}

/** Nothing that was said is set right or taken back without a reason, nor by just anyone. */
export function refusalToAmend(
  { actor, reason, mayCorrectOthers }: Amending,
  author: ActorId | undefined,
): Rejection | undefined {
  if (!reason?.trim()) return reasonRequired();
  if (mayCorrectOthers || author === actor) return undefined;
  return reject('not-the-author', 'Ask whoever said it last, or someone who may correct what others said.');
}

/** Who wants to say something of days that may be closed, and why. */
export interface Unfreezing {
  readonly reason?: string;
  /** Whether they may, where the days are frozen. */
  readonly mayAmendFrozen: boolean;
}

/** The targets and values of a frozen period stand, but for those who answer for figures and say why. */
export function frozenRefusal(
  frozen: Period | undefined,
  { reason, mayAmendFrozen }: Unfreezing,
): Rejection | undefined {
  if (frozen === undefined) return undefined;
  if (!mayAmendFrozen)
    return reject('period-frozen', 'The targets and values of this period stand; ask a controller.', {
      period: frozen,
    });
  return reason?.trim() ? undefined : reasonRequired();
}

const reasonRequired = () =>
  neverValid('reason-required', 'Say why; the reason stays beside what was said before.');
