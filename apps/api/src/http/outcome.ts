import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Decided } from '@pm/eventing';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { CommandOutcome } from './outcome.answer.js';

/** @param id of what was created, where its stream holds more than it */
export function outcome(
  { revision, position, recorded, repeated, ...decided }: Decided,
  id = decided.id,
): CommandOutcome {
  return Object.assign(new CommandOutcome(), { id, revision, position, recorded, repeated });
}

/** Puts a command's revision into the ETag. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (body instanceof CommandOutcome) void reply.header('etag', `"${body.revision}"`);
        return body;
      }),
    );
  }
}
