import { Controller, Get, Inject, Logger } from '@nestjs/common';
import { type Hindrance, Readiness } from '@pm/assembly';
import { EventStore } from '@pm/eventing';
import { Endpoint } from './http/endpoint.decorator.js';
import { HealthAnswer, ReadinessAnswer } from './http/health.answer.js';
import { NotReady } from './http/not-ready.js';

@Controller()
export class HealthController {
  private readonly logger = new Logger('Readiness');
  private told = '';

  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(EventStore) private readonly events: EventStore,
  ) {}

  @Get('health')
  @Endpoint('Whether the process runs', { permission: 'public' })
  health(): HealthAnswer {
    return { status: 'up' };
  }

  @Get('ready')
  @Endpoint('Whether requests can be served now', { permission: 'public' })
  async ready(): Promise<ReadinessAnswer> {
    const found = await this.readiness.hindrances();
    this.tell(found);
    if (found.length > 0) throw new NotReady(found.map(({ what }) => what));
    return { status: 'ready', head: await this.events.head() };
  }

  /** Why, to the operator's log only, and only when it changes. */
  private tell(found: readonly Hindrance[]): void {
    const text = found.map(({ what, reason }) => `${what}: ${reason}`).join('; ');
    if (text !== this.told) this.logger.warn(text || 'ready again');
    this.told = text;
  }
}
