import type { Position } from '@eventstore/db-client';
import type { Session } from './connection.js';
import type { Pass } from './pass.js';
import { isSame } from './place.js';

const KEPT_MAX = 16;
const IDLE_MS = 1000;

/** Passes whose readers are at work on a page and will come back for the next one, for a moment. */
export class KeptPasses {
  private readonly timers = new Map<Pass, NodeJS.Timeout>();

  keep(pass: Pass): void {
    const timer = setTimeout(() => this.drop(pass), IDLE_MS);
    timer.unref();
    this.timers.set(pass, timer);
    if (this.timers.size > KEPT_MAX) this.drop(this.timers.keys().next().value!);
  }

  /** The pass that goes on from a position, if one is kept. */
  take(session: Session, from: Position | undefined): Pass | undefined {
    for (const pass of this.timers.keys()) {
      if (pass.session === session && isSame(pass.ours, from)) {
        this.forget(pass);
        return pass;
      }
    }
    return undefined;
  }

  close(): void {
    for (const pass of this.timers.keys()) this.drop(pass);
  }

  private drop(pass: Pass): void {
    this.forget(pass);
    pass.cancel();
  }

  private forget(pass: Pass): void {
    clearTimeout(this.timers.get(pass));
    this.timers.delete(pass);
  }
}
