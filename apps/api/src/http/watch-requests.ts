import type { Answered } from '@pm/assembly';
import type { FastifyInstance } from 'fastify';

/** Tells of every answer, by the route's template: what was asked for in it, behind it or in a body is left out. */
export function watchRequests(fastify: FastifyInstance, tell: (answered: Answered) => void): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    tell({
      method: request.method,
      route,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
}
