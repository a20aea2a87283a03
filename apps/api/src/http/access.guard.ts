import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { bearer, type Identity, may } from '@pm/access';
import { Identities } from '@pm/identity';
import type { FastifyRequest } from 'fastify';
import { type EndpointPermission, PERMISSION } from './endpoint.decorator.js';
import { Forbidden } from './forbidden.js';

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
    return true;
  }
}
