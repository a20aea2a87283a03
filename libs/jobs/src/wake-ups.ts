import type { Instant } from '@pm/kernel';

/**
 * Wakes whoever runs jobs when something may be due. A hint and nothing more: it may come late, twice, to another
 * process or never, so whoever is woken looks into the {@link Agenda}, and looks now and then without being woken.
 */
export abstract class WakeUps {
  /**
   * Asks to be woken at a moment; at once where it has passed. Of several the earliest is kept for certain: whoever
   * is woken by it asks for the next. Never waits and never fails.
   */
  abstract wakeAt(at: Instant): void;

  /** @returns stops it */
  abstract onWake(listener: () => void): () => void;

  /** Wakes nobody from now on. */
  abstract close(): Promise<void>;
}
