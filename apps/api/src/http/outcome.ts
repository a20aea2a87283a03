import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Decided } from '@pm/eventing';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** What a command answers. */
export class CommandOutcome {
  /** Of what was created or changed. */
  id: string;

  /** Of its stream; the same as the ETag. */
  revision: number;

  /** Send it as `after` with a read that must show this command. */
  position?: string;

  /** How many events were recorded; 0 where there was nothing new. */
  recorded: number;

  /** True where the same Idempotency-Key had been carried out before. */
  repeated: boolean;
}

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
