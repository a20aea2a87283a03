import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { allows, bearer, type Identity, Tokens } from '@pm/access';
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
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<EndpointPermission | undefined>(PERMISSION, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    request.identity ??= await this.tokens.identify(bearer(request.headers.authorization));
    if (!permission || !allows(request.identity.roles, permission)) throw new Forbidden();
    return true;
  }
}
