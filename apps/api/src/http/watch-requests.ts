import type { Answered, Traces } from '@pm/assembly';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Tells of every answer, by the route's template: what was asked for in it, behind it or in a body is left out. */
export function watchRequests(fastify: FastifyInstance, tell: (answered: Answered) => void): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    tell(answeredBy(request, reply));
    done();
  });
}

/** Traces every request that comes from now on, and all that it sets off. */
export function traceRequests(fastify: FastifyInstance, traces: Traces): void {
  const ends = new WeakMap<FastifyRequest, (answered: Answered) => void>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    ends.set(request, traces.request(request.headers, done));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    ends.get(request)?.(answeredBy(request, reply));
    done();
  });
}

const answeredBy = ({ method, routeOptions }: FastifyRequest, reply: FastifyReply): Answered => ({
  method,
  route: routeOptions.url ?? 'none',
  status: reply.statusCode,
  seconds: reply.elapsedTime / 1000,
});
