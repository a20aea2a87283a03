import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** A body of a type that the address does not take. */
export class MediaTypeRefused extends Error {
  constructor(taken: readonly string[]) {
    super(`Send content-type: ${taken.join(' or ')}.`);
    this.name = 'MediaTypeRefused';
  }
}

/** The connection broke before the body was there. */
export class BodyInterrupted extends Error {
  constructor(options: ErrorOptions) {
    super('The body did not arrive whole; send it again.', options);
    this.name = 'BodyInterrupted';
  }
}

/** A body that is read as it arrives, by one reader. */
export interface StreamedBody {
  /** One of those that the route takes. */
  readonly type: string;
  readonly header: string;
  /** @throws BodyInterrupted */
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface StreamedRoute {
  readonly streams?: readonly string[];
}

/** A route whose body is never held whole, so that no limit in bytes holds for it. */
export const Streams = (...types: readonly string[]): MethodDecorator =>
  applyDecorators(RouteConfig({ streams: types } satisfies StreamedRoute), ApiConsumes(...types));

/** @throws MediaTypeRefused */
export const Streamed = createParamDecorator((_: unknown, context: ExecutionContext): StreamedBody => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(request.body instanceof Readable)) throw new MediaTypeRefused(streamsOf(request));
  return { type: typeOf(request), header: request.headers['content-type']!, bytes: arriving(request.body) };
});

/** Leaves a body of another type than JSON to the route that takes it, and refuses it elsewhere. */
export function useStreams(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', (request, payload, done) => {
    const taken = streamsOf(request);
    if (taken.includes(typeOf(request))) done(null, payload);
    else done(new MediaTypeRefused(taken));
  });
}

function streamsOf({ routeOptions }: FastifyRequest): readonly string[] {
  return (routeOptions.config as StreamedRoute).streams ?? ['application/json'];
}

const typeOf = ({ headers }: FastifyRequest): string =>
  headers['content-type']!.split(';')[0]!.trim().toLowerCase();

/** A reader who stops early still has an answer to send: the rest is let pass, so that the connection goes on behind it. */
async function* arriving(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new BodyInterrupted({ cause });
  } finally {
    body.resume();
  }
}
