import { type ActorId, neverValid, reject, type Rejection } from '@pm/kernel';

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
  if (!reason?.trim())
    return neverValid('reason-required', 'Say why; the reason stays beside what was said before.');
  if (mayCorrectOthers || author === actor) return undefined;
  return reject('not-the-author', 'Ask whoever said it last, or someone who may correct what others said.');
}
