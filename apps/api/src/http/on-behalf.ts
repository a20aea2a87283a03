import { idIn } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import type { FastifyRequest } from 'fastify';
import { invalid } from './invalid-input.js';

/** Names the person for whom a deputy asks, as a path would. */
export const ON_BEHALF_OF = 'Throughline-On-Behalf-Of';

/** @returns undefined where somebody asks for themselves @throws InvalidInput */
export function representedIn({ headers }: Pick<FastifyRequest, 'headers'>): PersonId | undefined {
  const named = headers[ON_BEHALF_OF.toLowerCase()];
  if (named === undefined) return undefined;
  const id = typeof named === 'string' ? idIn('person', named) : undefined;
  if (id === undefined)
    throw invalid(ON_BEHALF_OF, 'header', 'must be the id of a person, or number:<number>');
  return id as PersonId;
}
