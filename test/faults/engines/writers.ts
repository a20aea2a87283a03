import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.js';

export const KPIS = 8;
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023];
const WRITERS = 8;
const PAUSE_MS = 400;
const RETRY_MS = 300;

/** A measurement that an API acknowledged. */
export interface Acknowledged {
  readonly key: string;
  readonly position: string;
  readonly kpi: number;
  readonly period: string;
  readonly source: string;
  readonly value: string;
}

/**
 * Send measurements to both APIs, several at a time into the same streams. Whatever is not acknowledged is sent again
 * with the same key, to either of them, until it is.
 */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** Requests sent again because their outcome was unknown or they were refused for the moment. */
  retried = 0;
  private turn = 0;
  private stopping = false;
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: Client,
    private readonly chance: () => number,
  ) {}

  start(): void {
    this.stopping = false;
    this.ended = Promise.all(Array.from({ length: WRITERS }, (_, number) => this.write(number)));
  }

  /** Resolves when everything that was begun is acknowledged. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.ended;
  }

  /** Writes once, through one API only, and says where that stands. @returns undefined where it could not */
  async probe(url: string): Promise<string | undefined> {
    const measurement = this.next('probe');
    return (await this.once(url, measurement)) ? this.acknowledged.at(-1)!.position : undefined;
  }

  private async write(number: number): Promise<void> {
    while (!this.stopping) {
      const measurement = this.next(`writer-${number}`);
      while (!(await this.once(this.pick(this.client.urls), measurement))) {
        this.retried += 1;
        await delay(RETRY_MS * (0.5 + this.chance()));
      }
      await delay(PAUSE_MS * (0.5 + this.chance()));
    }
  }

  /** @returns whether it was acknowledged */
  private async once(url: string, measurement: Omit<Acknowledged, 'position'>): Promise<boolean> {
    const { key, kpi, period, source, value } = measurement;
    const said = await this.client.tell(
      url,
      `/kpis/number:${kpi}/measurements`,
      { period, source, value },
      key,
    );
    if (said?.status !== 201) return false;
    this.acknowledged.push({ ...measurement, position: (said.body as { position: string }).position });
    return true;
  }

  /** No value is sent twice, so that each is an event of its own. */
  private next(source: string): Omit<Acknowledged, 'position'> {
    this.turn += 1;
    const month = String(1 + Math.floor(this.chance() * 12)).padStart(2, '0');
    const period = `${this.pick(YEARS)}-${month}`;
    const kpi = Math.floor(this.chance() * KPIS);
    return { key: `${source}-${this.turn}`, kpi, period, source, value: String(this.turn) };
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.chance() * items.length)]!;
  }
}
