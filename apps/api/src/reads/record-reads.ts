import { Readable } from 'node:stream';
import { type Clock, newId } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import { isRecorded, type Read, type ReadLog } from '@pm/reads';
import type { FastifyInstance } from 'fastify';
import type { IdentifiedRequest } from '../http/access.guard.js';
import { correlationIdOf } from '../http/correlation.js';
import { recordedAs } from './recorded-route.js';
import { type Shown, shownBy } from './shown.js';

/**
 * Records who is shown whose data before they are: an answer whose read cannot be recorded is not sent. What is refused
 * shows nothing and is not recorded; what the reader has already (304) is. A hook and no interceptor, which would make
 * each answer of the server an Observable.
 */
export function recordReads(fastify: FastifyInstance, log: ReadLog, clock: Clock): void {
  fastify.addHook('onSend', (request: IdentifiedRequest, reply, payload, done) => {
    const what = recordedAs(request);
    if (!what || reply.statusCode >= 400) return done(null, payload);
    const refuse = (error: Error) => {
      if (payload instanceof Readable) payload.destroy();
      done(error);
    };
    const shown = shownBy(request);
    if (!shown) return refuse(new Error(`nobody said whom an answer of ${what} shows`));
    const read = { ...readBy(request, shown), what };
    if (!isRecorded(read)) return done(null, payload);
    log.record({ id: newId(), at: clock.now(), ...read }).then(() => done(null, payload), refuse);
  });
}

function readBy(request: IdentifiedRequest, shown: Shown): Omit<Read, 'id' | 'at' | 'what'> {
  const { actor, onBehalfOf, roles } = request.identity!;
  const others = new Set(shown.subjects);
  others.delete(actor as string as PersonId);
  // Whoever is represented sees it beside who read theirs.
  if (onBehalfOf) others.add(onBehalfOf as string as PersonId);
  return {
    reader: actor,
    onBehalfOf,
    roles,
    recordId: shown.record,
    subjects: [...others],
    asOf: shown.asOf,
    asKnownAt: shown.asKnownAt,
    correlationId: correlationIdOf(request),
  };
}
