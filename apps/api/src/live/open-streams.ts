import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { ChangeFeed } from '@pm/projections';
import { NotReady } from '../http/not-ready.js';

/** At the same time, in one process. */
const STREAMS_MAX = 200;

/** As many clients follow the changes as one process takes. */
export class TooManyStreams extends Error {
  constructor() {
    super(`at most ${STREAMS_MAX} clients follow the changes at a time; try again later`);
    this.name = 'TooManyStreams';
  }
}

/** The streams that clients hold open, so that they are few enough and end when the server is told to stop. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly open = new Set<AbortController>();
  private stopping = false;

  constructor(@Inject(ChangeFeed) private readonly feed: ChangeFeed) {}

  /** @throws TooManyStreams, NotReady once the server is told to stop */
  add(): AbortController {
    if (this.stopping) throw new NotReady(['changes']);
    if (this.open.size >= STREAMS_MAX) throw new TooManyStreams();
    const ending = new AbortController();
    this.open.add(ending);
    ending.signal.addEventListener('abort', () => this.open.delete(ending));
    return ending;
  }

  /** Requests are waited for when the server closes: these would never end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const ending of this.open) ending.abort();
    await this.feed.stop();
  }
}
