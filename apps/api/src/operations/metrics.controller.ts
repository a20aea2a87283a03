import { Controller, Get, Inject, Res, type Type } from '@nestjs/common';
import { Metrics } from '@pm/assembly';
import type { FastifyReply } from 'fastify';
import { Endpoint, type EndpointPermission } from '../http/endpoint.decorator.js';

/** `GET /metrics`. @param permission what it takes; a scraper in a closed network may do without a token */
export function metricsController(permission: EndpointPermission): Type {
  @Controller()
  class MetricsController {
    constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

    @Get('metrics')
    @Endpoint('Metrics of this process, for Prometheus', { permission })
    async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
      const text = await this.metrics.text();
      void reply.header('content-type', this.metrics.contentType);
      return text;
    }
  }
  return MetricsController;
}
