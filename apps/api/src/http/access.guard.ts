import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { bearer, type Identity, may } from '@pm/access';
import { idIn } from '@pm/eventing';
import { Identities } from '@pm/identity';
import type { FastifyRequest } from 'fastify';
import { type EndpointPermission, OWN, type OwnTerms, PERMISSION } from './endpoint.decorator.js';
import { Forbidden } from './forbidden.js';
import { representedIn } from './on-behalf.js';

/** A request whose token was believed, by whoever looked at it first. */
export type IdentifiedRequest = FastifyRequest & { identity?: Identity };

/** Deny by default: a route that declares no permission is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Identities) private readonly identities: Identities,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<EndpointPermission | undefined>(PERMISSION, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    request.identity ??= await this.identities.identify(bearer(request.headers.authorization));
    if (!permission || !may(request.identity, permission)) throw new Forbidden();
    const own = this.reflector.get<OwnTerms | undefined>(OWN, context.getHandler());
    if (own && !may(request.identity, own.or) && !isNamed(request, own)) throw new Forbidden();
    const personId = representedIn(request);
    if (personId)
      request.identity = await this.identities.onBehalf(request.identity, { personId, permission });
    return true;
  }
}

/** Whether the path names who asks. */
const isNamed = ({ params, identity }: IdentifiedRequest, { of }: OwnTerms): boolean =>
  of.some((name) => idIn('person', (params as Record<string, string>)[name]!) === identity!.actor);
