/** Why a rule refuses: `state`, not now; `never`, in no state; `unknown`, what it speaks of does not exist; `forbidden`, not to you. */
export type RejectionKind = 'state' | 'never' | 'unknown' | 'forbidden';

/**
 * A rule's refusal. Deciders return it; the command loop throws it once; the edge translates it.
 * The code is API: kebab-case, never renamed. The advice says what to do, without repeating what the user typed.
 */
export class Rejection extends Error {
  constructor(
    readonly code: string,
    readonly advice: string,
    readonly context: Readonly<Record<string, unknown>> = {},
    readonly kind: RejectionKind = 'state',
  ) {
    super(`${code}: ${advice}`);
    this.name = 'Rejection';
  }
}

type Context = Readonly<Record<string, unknown>>;

/** Refused in this state; another state may allow it. */
export const reject = (code: string, advice: string, context?: Context): Rejection =>
  new Rejection(code, advice, context, 'state');

/** Refused in every state: the request itself cannot be right. */
export const neverValid = (code: string, advice: string, context?: Context): Rejection =>
  new Rejection(code, advice, context, 'never');

/** Refuses a change that takes a word why, without one. */
export const reasonRefusal = (reason: string | undefined): Rejection | undefined =>
  reason?.trim() ? undefined : neverValid('reason-required', 'Say why: the reason is kept with the change.');

/** What the request speaks of does not exist. */
export const unknown = (code: string, advice: string, context?: Context): Rejection =>
  new Rejection(code, advice, context, 'unknown');

/** Refused to the one who asks; another one may. */
export const forbidden = (code: string, advice: string, context?: Context): Rejection =>
  new Rejection(code, advice, context, 'forbidden');
