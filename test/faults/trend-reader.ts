import type { ServerProcess } from '../support/server-process.js';
import { KPIS } from './load.js';

interface Trend {
  readonly points?: readonly { readonly period: string }[];
}

/** Someone who reads where the trend of one KPI after the other begins, until the server is gone. */
export class TrendReader {
  pages = 0;
  /** Answers of anything but the beginning. */
  readonly torn: unknown[] = [];
  private readonly reading: Promise<void>;

  /** @param first period in which every KPI was measured first */
  constructor(
    private readonly server: ServerProcess,
    private readonly first: string,
  ) {
    this.reading = this.read();
  }

  /** Resolves when the server is gone. */
  async stop(): Promise<void> {
    await this.reading;
  }

  private async read(): Promise<void> {
    for (;;) {
      const path = `/kpis/number:${this.pages % KPIS}/trend?limit=1`;
      const answer = await this.page(path).catch(() => undefined);
      if (!answer) return;
      this.pages += 1;
      if (answer.status !== 200 || answer.body.points?.[0]?.period !== this.first)
        this.torn.push({ path, ...answer });
    }
  }

  private async page(path: string): Promise<{ status: number; body: Trend }> {
    const answer = await this.server.send('GET', path);
    return { status: answer.status, body: (await answer.json()) as Trend };
  }
}
