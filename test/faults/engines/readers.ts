import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.js';
import type { Acknowledged, Writers } from './writers.js';

const READERS = 3;
const PAUSE_MS = 600;

/** Read what was just acknowledged, through either API: an answer shows it, or there is none. */
export class Readers {
  /** Answers that did not show what they were asked to. */
  readonly stale: string[] = [];
  private stopping = false;
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: Client,
    private readonly writers: Writers,
    private readonly chance: () => number,
  ) {}

  start(): void {
    this.stopping = false;
    this.ended = Promise.all(Array.from({ length: READERS }, () => this.read()));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ended;
  }

  private async read(): Promise<void> {
    while (!this.stopping) {
      const latest = this.writers.acknowledged.at(-1);
      const url = this.client.urls[Math.floor(this.chance() * this.client.urls.length)]!;
      if (latest) await this.readAfter(url, latest);
      await delay(PAUSE_MS * (0.5 + this.chance()));
    }
  }

  private async readAfter(url: string, latest: Acknowledged): Promise<void> {
    const { position, kpi, period } = latest;
    const after = `after=${position}`;
    const others = [
      `/kpis/number:${kpi}?${after}`,
      `/outcomes?period=FY${period.slice(0, 4)}&${after}`,
      `/goals?${after}`,
    ];
    const other = others[Math.floor(this.chance() * 2 * others.length)];
    if (other) await this.client.ask(url, other);
    else await this.readTrend(url, latest);
  }

  private async readTrend(
    url: string,
    { key, position, kpi, period, source, value }: Acknowledged,
  ): Promise<void> {
    const said = await this.client.ask(url, `/kpis/number:${kpi}/trend?after=${position}`);
    if (said?.status !== 200) return;
    const { points } = said.body as {
      points: { period: string; source: string; history: { value: string }[] }[];
    };
    const point = points.find((each) => each.period === period && each.source === source);
    if (!point?.history.some((entry) => entry.value === value))
      this.stale.push(`the trend after ${key} does not show it`);
  }
}
