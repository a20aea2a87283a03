import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReadKind } from '@pm/reads';
import type { FastifyRequest } from 'fastify';

interface RecordedRoute {
  readonly recorded?: ReadKind;
}

/** A route whose reads are recorded; its handler says whom the answer shows. */
export const Recorded = (what: ReadKind): MethodDecorator =>
  RouteConfig({ recorded: what } satisfies RecordedRoute);

/** As what a read of the route is recorded; undefined where it is of nothing sensitive. */
export const recordedAs = ({ routeOptions }: FastifyRequest): ReadKind | undefined =>
  (routeOptions.config as RecordedRoute).recorded;
