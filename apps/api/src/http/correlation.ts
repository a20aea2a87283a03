import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a caller may send as an id of their own. */
export const KEY = /^[\x21-\x7e]{1,100}$/;

const TRACE = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

const current = new AsyncLocalStorage<string>();
const known = new WeakMap<FastifyRequest['raw'], string>();

/** Of the request that is being answered, wherever that is asked; undefined outside of requests. */
export const currentCorrelationId = (): string | undefined => current.getStore();

/** Ties together all that a request sets off: X-Correlation-Id, else the trace of traceparent, else made for it. */
export const correlationIdOf = ({ raw }: Pick<FastifyRequest, 'raw'>): string => {
  const id = known.get(raw) ?? sent(raw.headers) ?? randomUUID();
  known.set(raw, id);
  return id;
};

/** Lets everything that a request sets off find its correlation id. */
export function useCorrelation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => current.run(correlationIdOf(request), done));
}

function sent(headers: FastifyRequest['raw']['headers']): string | undefined {
  const { 'x-correlation-id': id, traceparent } = headers;
  if (typeof id === 'string' && KEY.test(id)) return id;
  return typeof traceparent === 'string' ? TRACE.exec(traceparent)?.[1] : undefined;
}
