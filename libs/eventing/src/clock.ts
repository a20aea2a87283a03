import { instant, type Instant } from '@pm/kernel';

/** The only source of the current time; a demo or a test brings its own. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return instant(Date.now());
  }
}

/** Stands still until told otherwise. */
export class ManualClock extends Clock {
  constructor(private current: Instant) {
    super();
  }

  now(): Instant {
    return this.current;
  }

  set(to: Instant): void {
    this.current = to;
  }
}
