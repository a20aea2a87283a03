import { NoAnswer } from './failures.js';

/**
 * How long to wait for answers over one connection. A server that is busy answers others first: a call is given up once the
 * server has said nothing to anybody for so long, or at the latest after `longestMs`, for an answer can get lost.
 */
export class Patience {
  private heardAt = performance.now();

  constructor(
    private readonly silenceMs: number,
    private readonly longestMs: number,
  ) {}

  /** @throws NoAnswer where the server has fallen silent; what the work comes to later is ignored */
  async await<T>(work: Promise<T>): Promise<T> {
    const latest = performance.now() + this.longestMs;
    let since = performance.now();
    for (;;) {
      const until = Math.min(since + this.silenceMs, latest);
      try {
        return await within(Math.ceil(until - performance.now()), this.hearing(work));
      } catch (error) {
        if (!(error instanceof NoAnswer) || this.heardAt <= since || performance.now() >= latest) throw error;
        since = this.heardAt;
      }
    }
  }

  private async hearing<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      this.heardAt = performance.now();
    }
  }
}

/** @throws NoAnswer where the work takes longer; what it comes to later is ignored */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(ms)), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
