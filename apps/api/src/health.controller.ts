import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Projection } from '@pm/assembly';
import { EventStore } from '@pm/eventing';
import { Endpoint } from './http/endpoint.decorator.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(Projection) private readonly projection: Projection,
  ) {}

  @Get('health')
  @Endpoint('Whether the process runs', { permission: 'public' })
  health() {
    return { status: 'up' };
  }

  @Get('ready')
  @Endpoint('Whether requests can be served now', { permission: 'public' })
  async ready() {
    const head = await this.events.head();
    const failing = this.projection.failing();
    if (failing.length > 0) throw new ServiceUnavailableException();
    return { status: 'ready', head };
  }
}
