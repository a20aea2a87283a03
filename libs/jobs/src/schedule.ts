import type { Instant } from '@pm/kernel';
import type { Timing } from './timing.js';

/** Work that is due again and again. */
export interface Schedule {
  readonly id: string;
  readonly kind: string;
  readonly timing: Timing;
  readonly payload: object;
}

export interface Scheduled extends Schedule {
  /** When its timing was given: it was never due before. */
  readonly since: Instant;
}
