import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Viewer } from '@pm/access';
import type { IdentifiedRequest } from '../http/access.guard.js';
import { viewerIn } from '../http/viewer.js';
import { type Show, showIn } from './shown.js';

/** A read that depends on who reads, and that is recorded. */
export interface Reading {
  readonly by: Viewer;
  readonly show: Show;
}

export const AsRead = createParamDecorator((_: unknown, context: ExecutionContext): Reading => {
  const request = context.switchToHttp().getRequest<IdentifiedRequest>();
  return { by: viewerIn(request), show: showIn(request) };
});
