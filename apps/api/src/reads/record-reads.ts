import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock, newId } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import { isRecorded, type Read, type ReadKind, ReadLog } from '@pm/reads';
import { mergeMap, type Observable } from 'rxjs';
import type { IdentifiedRequest } from '../http/access.guard.js';
import { correlationIdOf } from '../http/correlation.js';
import { RECORDED } from '../http/endpoint.decorator.js';
import { shownBy } from './shown.js';

/**
 * Records who is shown whose data before they are: an answer whose read cannot be recorded is not sent. What is refused
 * shows nothing and is not recorded; what the reader has already (304) is.
 */
@Injectable()
export class RecordReads implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ReadLog) private readonly log: ReadLog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.get<ReadKind | undefined>(RECORDED, context.getHandler());
    if (!what) return next.handle();
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        try {
          await this.record(this.readBy(request, what));
        } catch (error) {
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          throw error;
        }
        return answer;
      }),
    );
  }

  private async record(read: Omit<Read, 'id' | 'at'>): Promise<void> {
    if (isRecorded(read)) await this.log.record({ id: newId(), at: this.clock.now(), ...read });
  }

  private readBy(request: IdentifiedRequest, what: ReadKind): Omit<Read, 'id' | 'at'> {
    const shown = shownBy(request);
    if (!shown) throw new Error(`nobody said whom an answer of ${what} shows`);
    const { actor, onBehalfOf, roles } = request.identity!;
    const others = new Set(shown.subjects);
    others.delete(actor as string as PersonId);
    // Whoever is represented sees it beside who read theirs.
    if (onBehalfOf) others.add(onBehalfOf as string as PersonId);
    return {
      reader: actor,
      onBehalfOf,
      roles,
      what,
      recordId: shown.record,
      subjects: [...others],
      asOf: shown.asOf,
      asKnownAt: shown.asKnownAt,
      correlationId: correlationIdOf(request),
    };
  }
}
