import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CommandOutcome } from './outcome.answer.js';

const HASH_LENGTH = 22;

/**
 * Names what a read answers by a strong ETag, before it is compressed: the SHA-256 of the representation, behind the
 * revision of the stream where the read is of one. Whoever has it already is answered 304.
 */
export function tagReads(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string')
      return done(null, payload);
    const etag = tagOf(payload, revisionTold(reply));
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (!isHeld(request, etag)) return done(null, payload);
    void reply.status(304).removeHeader('content-type');
    done(null, null);
  });
}

/** Puts a command's revision into the ETag. */
export function tagOutcomes(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_, reply, payload: unknown, done) => {
    if (payload instanceof CommandOutcome) tellRevision(reply, payload.revision);
    done(null, payload);
  });
}

/** Puts the revision of what is answered into its ETag, for If-Match. */
export function tellRevision(reply: FastifyReply, revision: number): void {
  void reply.header('etag', `"${revision}"`);
}

/** The revision in an ETag of a command or of a read, for If-Match; undefined where it tells none. */
export function revisionIn(etag: string): number | undefined {
  const revision = /^"(\d{1,15})(?:\.[\w-]{22})?"$/.exec(etag)?.[1];
  return revision === undefined ? undefined : Number(revision);
}

function tagOf(payload: string, revision: number | undefined): string {
  const digest = hash('sha256', payload, 'base64url').slice(0, HASH_LENGTH);
  return revision === undefined ? `"${digest}"` : `"${revision}.${digest}"`;
}

function revisionTold(reply: FastifyReply): number | undefined {
  const told = reply.getHeader('etag');
  return typeof told === 'string' ? revisionIn(told) : undefined;
}

function isHeld({ headers }: FastifyRequest, etag: string): boolean {
  const held = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return held?.some((each) => each === etag || each === '*') ?? false;
}
