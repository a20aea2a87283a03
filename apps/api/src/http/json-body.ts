import type { FastifyInstance } from 'fastify';
import { SCIM_TYPE } from '../scim/schemas.js';

const JSON_TYPES = ['application/json', SCIM_TYPE];
const DEPTH_MAX = 32;

/**
 * Reads JSON bodies that are not nested deeper than any of ours, so that nothing behind has to fear recursion. A field
 * that is null counts as absent: the log knows one way to say nothing.
 */
export function useShallowJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    if (depthOf(body as string) > DEPTH_MAX) done(Object.assign(new Error('too deep'), { statusCode: 400 }));
    else void parse(request, body as string, (error, parsed) => done(error, withoutNulls(parsed)));
  });
}

/** Deepest nesting of brackets outside strings. */
export function depthOf(json: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let index = 0; index < json.length; index++) {
    const char = json[index];
    if (quoted) {
      if (char === '\\') index += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
